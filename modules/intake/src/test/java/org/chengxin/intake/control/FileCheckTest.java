package org.chengxin.intake.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.intake.boundary.FileFindings;
import org.chengxin.intake.boundary.FindingView;
import org.chengxin.intake.boundary.RuleCount;
import org.chengxin.kernel.code.UnifiedSocialCreditCode;
import org.junit.jupiter.api.Test;

/** What a clerk is told of a file before it is sent. */
class FileCheckTest {

    private static final ItemDefinition ITEM = DemonstrationCatalogue.item("PEN-ENV");
    private static final List<String> FIELDS = List.of(
            "subjectName",
            "subjectCode",
            "documentNo",
            "facts",
            "legalBasis",
            "result",
            "authority",
            "decidedOn",
            "periodMonths",
            "severity",
            "scope",
            "fine",
            "kind");
    private static final String CITIZEN = "320503198703121235";

    private static FileFindings check(String csv, int mostRows) {
        HeaderMapping mapping = HeaderMapping.identity(ITEM, FIELDS).orElseThrow();
        RowChecker checker = new RowChecker(
                ITEM, DemonstrationCatalogue.tables(), mapping, new CheckOptions(false, LocalDate.of(2026, 7, 1)));
        try (RowSource source = CorrectionFile.orAsItIs(TabularReader.open(
                new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), null, Limits.STANDARD))) {
            return new FileCheck(checker, mostRows).of(source);
        }
    }

    private static String header() {
        return String.join(",", FIELDS) + "\n";
    }

    private static String code(int n) {
        return UnifiedSocialCreditCode.generate("91", "320500", n).value();
    }

    private static String line(int n, String code, String decided) {
        return "苏州第" + n + "染织有限公司," + code + ",苏环罚〔2026〕" + n + "号,擅自排放废水,《水污染防治法》第八十三条,罚款,苏州市生态环境局," + decided
                + ",12,一般,公开公示,1.5万元,罚款\n";
    }

    private static String good(int n) {
        return line(n, code(n), "2026-05-04");
    }

    @Test
    void a_file_with_nothing_wrong_says_so() {
        FileFindings found = check(header() + good(1) + good(2), 100);
        assertThat(found.rules()).isEmpty();
        assertThat(found.examples()).isEmpty();
        assertThat(found)
                .returns(2, FileFindings::rows)
                .returns(2, FileFindings::clean)
                .returns(false, FileFindings::more);
    }

    @Test
    void rows_are_counted_by_what_was_found_the_gravest_first() {
        String letterO = "9132050OMA00000017";
        FileFindings found = check(
                header()
                        + line(1, code(1), "2027-01-01")
                        + good(2)
                        + line(3, letterO, "2026-05-04")
                        + line(4, code(4), "2026年13月")
                        + line(5, code(5), "哪天")
                        + line(6, letterO, "哪月"),
                100);
        assertThat(found)
                .returns(6, FileFindings::rows)
                .returns(1, FileFindings::clean)
                .returns(4, FileFindings::rejected)
                .returns(1, FileFindings::suspect);
        assertThat(found.rules())
                .extracting(RuleCount::rule, RuleCount::severity, RuleCount::rows)
                .containsExactly(
                        tuple("DATE_UNREADABLE", "ERROR", 3),
                        tuple("CODE_CHARACTER", "ERROR", 2),
                        tuple("DATE_IN_FUTURE", "SUSPECT", 1));
        assertThat(found.examples()).extracting(FindingView::row).containsExactly(4, 5, 6, 7, 7, 2);
        assertThat(found.examples().get(0))
                .returns("subjectCode", FindingView::fieldName)
                .returns(letterO, FindingView::value);
    }

    @Test
    void a_long_file_is_looked_at_from_its_beginning_and_the_answer_says_so() {
        StringBuilder file = new StringBuilder(header());
        for (int n = 1; n <= 30; n++) {
            file.append(line(n, code(n), "哪天"));
        }
        FileFindings found = check(file.toString(), 25);
        assertThat(found).returns(25, FileFindings::rows).returns(true, FileFindings::more);
        assertThat(found.rules().get(0).rows()).isEqualTo(25);
        assertThat(found.examples()).hasSize(FileCheck.EXAMPLES);
        assertThat(check(file.toString(), 30)).returns(false, FileFindings::more);
    }

    @Test
    void what_is_personal_is_masked_as_in_every_finding() {
        FileFindings found = check(header() + line(1, code(1), "2026-05-04").replace("擅自", CITIZEN + " 擅自"), 100);
        assertThat(found.examples()).isNotEmpty();
        assertThat(found.toString()).doesNotContain(CITIZEN);
    }

    @Test
    void a_correction_names_every_lot_whose_rows_it_brings() {
        String head = CorrectionFile.REFERENCE + "," + header();
        FileFindings found = check(
                head + "L20260701000001-2," + good(1) + "L20260701000009-3," + good(2) + "L20260701000001-4," + good(3),
                100);
        assertThat(found.corrects()).containsExactly("L20260701000001", "L20260701000009");
        assertThat(found.clean()).isEqualTo(3);
    }
}
