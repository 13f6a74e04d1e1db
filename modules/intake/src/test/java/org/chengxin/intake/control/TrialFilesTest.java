package org.chengxin.intake.control;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * The real files that the mappings of the demonstration were made for. They are not part of the project; where
 * CHENGXIN_TRIAL_DATA names the folder that holds them, their known oddities must come out to the row.
 */
@EnabledIfEnvironmentVariable(named = "CHENGXIN_TRIAL_DATA", matches = ".+")
class TrialFilesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

    /** What came out of a file: rows by outcome, findings and distinct values by severity, rule and field. */
    private static final class Tally {
        private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        private final Map<String, Integer> findings = new TreeMap<>();
        private final Map<String, Set<String>> values = new TreeMap<>();
        private final Map<String, Integer> codes = new TreeMap<>();
        private final Map<String, Set<String>> distinctCodes = new TreeMap<>();
        private int rows;

        private void add(CheckedRow row) {
            rows++;
            outcomes.merge(row.outcome(), 1, Integer::sum);
            row.findings().forEach(finding -> {
                String key = finding.severity() + " " + finding.rule() + " " + finding.field();
                findings.merge(key, 1, Integer::sum);
                values.computeIfAbsent(key, unused -> new HashSet<>()).add(String.valueOf(finding.value()));
            });
            row.subject().codes().forEach(code -> {
                codes.merge(code.kind().name(), 1, Integer::sum);
                distinctCodes
                        .computeIfAbsent(code.kind().name(), unused -> new HashSet<>())
                        .add(code.value());
            });
        }

        private int count(FindingSeverity severity, FindingRule rule, String field) {
            return findings.getOrDefault(severity + " " + rule + " " + field, 0);
        }

        private void print(String title) {
            System.out.println("\n" + title + ": " + rows + " rows " + outcomes);
            findings.forEach((key, count) ->
                    System.out.println("  " + count + " (" + values.get(key).size() + " distinct values) " + key));
            codes.forEach((kind, count) -> System.out.println("  codes " + kind + ": " + count + " rows, "
                    + distinctCodes.get(kind).size() + " distinct"));
        }
    }

    private static Tally check(String file, String mappingName, boolean historic) {
        JsonObject shipped = DemonstrationCatalogue.mappingFile(mappingName);
        ItemDefinition item = DemonstrationCatalogue.item(shipped.getString("item"));
        HeaderMapping mapping = DemonstrationCatalogue.mapping(mappingName);
        RowChecker checker =
                new RowChecker(item, DemonstrationCatalogue.tables(), mapping, new CheckOptions(historic, TODAY));
        Tally tally = new Tally();
        Path path = Path.of(System.getenv("CHENGXIN_TRIAL_DATA")).resolve(file);
        try (RowSource rows = TabularReader.open(path, null, Limits.STANDARD)) {
            assertThat(HeaderMapping.fingerprint(rows.header())).isEqualTo(mapping.fingerprint());
            while (rows.next()) {
                tally.add(checker.check(rows.rowNumber(), rows.cells()));
            }
        }
        tally.print(item.code() + " from " + mappingName + (historic ? ", historic" : ""));
        return tally;
    }

    @Test
    void environmentalPenalties() {
        Tally tally = check("penalties/shandong-environment-penalties.xlsx", "environment-penalties", true);

        assertThat(tally.rows).isEqualTo(4_810);
        assertThat(tally.count(FindingSeverity.ERROR, FindingRule.NO_CONTENT, null))
                .isEqualTo(1_556);
        // three unified codes and two registration numbers of fifteen digits
        assertThat(tally.count(FindingSeverity.ERROR, FindingRule.CODE_CHECK_DIGIT, "subjectCode"))
                .isEqualTo(5);
        assertThat(tally.count(FindingSeverity.ERROR, FindingRule.CODE_CHARACTER, "subjectCode"))
                .isEqualTo(2);
        assertThat(tally.codes).containsEntry("UNIFIED", 4_275).containsEntry("REGISTRATION_COOPERATIVE", 4);
        assertThat(tally.codes).containsEntry("REGISTRATION", 524);
        assertThat(tally.count(FindingSeverity.WARNING, FindingRule.SEVERAL_DATES, "permitDueYear"))
                .isEqualTo(387);
        assertThat(tally.count(FindingSeverity.WARNING, FindingRule.REQUIRED_MISSING, "result"))
                .isEqualTo(17);
        assertThat(tally.count(FindingSeverity.INFO, FindingRule.AMOUNT_IN_TEXT, "fine"))
                .isEqualTo(5);
        assertThat(tally.outcomes).isEqualTo(Map.of(Outcome.REJECTED, 1_562, Outcome.ACCEPTABLE, 3_248));
    }

    @Test
    void registrations() {
        Tally tally = check("registration/shandong-registration.xlsx", "registration-lookup", false);

        assertThat(tally.rows).isEqualTo(7_551);
        assertThat(tally.outcomes)
                .isEqualTo(Map.of(Outcome.REJECTED, 1_592, Outcome.SUSPECT, 5, Outcome.ACCEPTABLE, 5_954));
        assertThat(tally.count(FindingSeverity.ERROR, FindingRule.SUBJECT_MISSING, "subjectName"))
                .isEqualTo(1_590);
        assertThat(tally.count(FindingSeverity.INFO, FindingRule.NAME_DIFFERS, "suppliedName"))
                .isEqualTo(991);
        assertThat(tally.count(FindingSeverity.SUSPECT, FindingRule.NAME_TRAILING, "subjectName"))
                .isEqualTo(4);
        assertThat(tally.count(FindingSeverity.SUSPECT, FindingRule.CODES_CONTRADICT, "unifiedCode"))
                .isEqualTo(1);
        assertThat(tally.count(FindingSeverity.WARNING, FindingRule.AMOUNT_CURRENCY, "registeredCapital")
                        + tally.count(FindingSeverity.WARNING, FindingRule.AMOUNT_CURRENCY, "paidInCapital"))
                .isEqualTo(64);
        assertThat(tally.count(FindingSeverity.WARNING, FindingRule.DATE_UNREADABLE, "term"))
                .isEqualTo(2);
        assertThat(tally.codes).containsEntry("UNIFIED", 5_609);
    }

    @Test
    void penaltiesOfTheFinancialRegulator() {
        Tally historic = check("penalties/nfra-institution-penalties.xlsx", "bank-penalties", true);
        Tally today = check("penalties/nfra-institution-penalties.xlsx", "bank-penalties", false);

        assertThat(historic.rows).isEqualTo(4_666);
        assertThat(historic.codes).isEmpty();
        assertThat(historic.outcomes).isEqualTo(Map.of(Outcome.SUSPECT, 779, Outcome.ACCEPTABLE, 3_887));
        // 76 rows state all that D26 asks for, with the period that the mapping declares; the others lack a field
        assertThat(today.outcomes).isEqualTo(Map.of(Outcome.REJECTED, 4_590, Outcome.ACCEPTABLE, 76));
        Map<String, Integer> missing =
                Map.of("decidedOn", 4_585, "legalBasis", 4_185, "authority", 414, "facts", 7, "result", 5);
        missing.forEach(
                (field, rows) -> assertThat(today.count(FindingSeverity.ERROR, FindingRule.REQUIRED_MISSING, field))
                        .isEqualTo(rows));
        assertThat(today.count(FindingSeverity.SUSPECT, FindingRule.SEVERAL_SUBJECTS, "subjectName"))
                .isEqualTo(779);
    }

    @Test
    void taxGrades() {
        Tally tally = check("honours/heilongjiang-tax-a-2018.csv", "tax-grade-a", false);

        assertThat(tally.rows).isEqualTo(5_233);
        assertThat(tally.outcomes)
                .isEqualTo(Map.of(Outcome.REJECTED, 2, Outcome.SUSPECT, 1, Outcome.ACCEPTABLE, 5_230));
        assertThat(tally.count(FindingSeverity.WARNING, FindingRule.PERSONAL_NUMBER, "subjectCode"))
                .isEqualTo(3);
        assertThat(tally.codes).containsEntry("UNIFIED", 5_198).containsEntry("TAXPAYER", 32);
    }
}
