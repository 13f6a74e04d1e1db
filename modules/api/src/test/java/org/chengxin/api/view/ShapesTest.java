package org.chengxin.api.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.bind.Jsonb;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chengxin.api.JsonFormat;
import org.chengxin.intake.boundary.FindingView;
import org.chengxin.intake.boundary.SubmissionView;
import org.chengxin.intake.control.HeaderMapping;
import org.chengxin.intake.entity.SubmissionState;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.Section;
import org.chengxin.publication.boundary.Page;
import org.chengxin.publication.boundary.PublicRecord;
import org.chengxin.publication.boundary.PublicSubject;
import org.chengxin.workflow.boundary.TaskView;
import org.junit.jupiter.api.Test;

/** What goes over the wire, to the letter. */
class ShapesTest {

    private static final OffsetDateTime MORNING = OffsetDateTime.parse("2026-03-02T01:30:00Z");

    private final Jsonb json = JsonFormat.jsonb();

    @Test
    void aSubmissionHasItsCountsAndWritesTimesOfShanghai() {
        SubmissionView view = new SubmissionView(
                "L20260302000001",
                "PEN-ENV",
                "环境处罚",
                "Environmental penalty",
                3L,
                "市环境保护局",
                SubmissionState.IN_REVIEW,
                new SubmissionView.Counts(10, 6, 2, 1, 1, 6, 0, 0, 0, 0, 0, 0, 0),
                10,
                "a.csv",
                null,
                "苏环〔2026〕1号",
                "clerk.env",
                "甲",
                MORNING,
                null,
                null,
                null,
                null,
                null,
                Map.of("DATE_CONVERTED", 3L),
                1,
                2,
                3);
        assertThat(json.toJson(SubmissionJson.of(view)))
                .contains("\"no\":\"L20260302000001\"", "\"state\":\"IN_REVIEW\"", "\"catalogueItem\":\"PEN-ENV\"")
                .contains("\"received\":10", "\"accepted\":6", "\"rejected\":2", "\"suspect\":1", "\"unmatched\":1")
                .contains("\"inReview\":6", "\"repaired\":0", "\"historic\":\"苏环〔2026〕1号\"")
                .contains("\"receivedAt\":\"2026-03-02T09:30:00+08:00\"", "\"cleaning\":{\"DATE_CONVERTED\":3}")
                .contains("\"round\":1", "\"pending\":2", "\"toClassify\":3")
                .doesNotContain("scope", "closedAt");
    }

    @Test
    void aFindingIsSaidInTheCallersLanguage() {
        FindingView view = new FindingView(
                7, 1, "处罚日期", "decidedOn", "2099-01-01", "DATE_IN_FUTURE", "ERROR", List.of("2026-03-02"), null);
        assertThat(json.toJson(FindingJson.of(view, Locale.SIMPLIFIED_CHINESE)))
                .contains("\"row\":7", "\"field\":\"处罚日期\"", "\"rule\":\"DATE_IN_FUTURE\"", "\"severity\":\"ERROR\"")
                .contains("晚于今天（2026-03-02）")
                .doesNotContain("suggestion");
        assertThat(FindingJson.of(view, Locale.ENGLISH).message()).contains("later than today (2026-03-02)");
        FindingView unknown = new FindingView(7, 1, null, null, null, "OF_TOMORROW", "INFO", List.of(), null);
        assertThat(FindingJson.of(unknown, Locale.ENGLISH).message()).isEqualTo("OF_TOMORROW");
    }

    @Test
    void aDeadlineThatIsADayRunsToItsLastSecond() {
        TaskView view = new TaskView(
                "t1",
                "Submission",
                "ReviewLot",
                "review-lot",
                "L1",
                "环境处罚",
                3L,
                "市环境保护局",
                "REVIEWER",
                null,
                null,
                null,
                MORNING,
                LocalDate.of(2026, 3, 9),
                "某规定 第一条",
                false,
                false,
                null,
                null,
                "OPEN",
                null,
                null,
                Map.of(),
                null,
                null,
                null,
                null,
                false,
                false);
        assertThat(json.toJson(TaskJson.of(view)))
                .contains("\"dueAt\":\"2026-03-09T23:59:59+08:00\"", "\"dueRule\":\"某规定 第一条\"")
                .contains("\"process\":\"Submission\"", "\"group\":\"REVIEWER\"", "\"provisional\":false")
                .doesNotContain("\"form\"");
    }

    @Test
    void aPublicRecordHasExactlyWhatWasAgreed() {
        PublicRecord record = new PublicRecord(
                "R1",
                Section.WARNING,
                "PEN-ENV",
                "环境处罚",
                "Environmental penalty",
                "罚款",
                "市环境保护局",
                "Environmental Protection Bureau",
                "某法 第一条",
                LocalDate.of(2026, 1, 5),
                LocalDate.of(2026, 1, 8),
                LocalDate.of(2027, 1, 5),
                false,
                null,
                List.of(new PublicRecord.Field("result", "处罚结果", "Result", "罚款", null, "TEXT")));
        assertThat(json.toJson(PublicRecordList.of(new Page<>(List.of(record), null))))
                .isEqualTo(
                        "{\"items\":[{\"content\":{\"result\":\"罚款\"},\"decidedOn\":\"2026-01-05\",\"disputed\":false,"
                                + "\"endsOn\":\"2027-01-05\",\"item\":\"环境处罚\",\"legalBasis\":\"某法 第一条\","
                                + "\"publishedOn\":\"2026-01-08\",\"recordNo\":\"R1\",\"section\":\"warning\","
                                + "\"supplier\":\"市环境保护局\",\"title\":\"罚款\"}]}");
    }

    @Test
    void aPublicSubjectCountsTheFourSections() {
        Map<Section, Long> counts = new EnumMap<>(Section.class);
        counts.put(Section.GOOD, 2L);
        counts.put(Section.OTHER, 9L);
        PublicSubject subject = new PublicSubject(
                "p1", null, "甲有限公司", List.of("乙厂"), "ENTERPRISE", "320500", "苏州市", "Suzhou", "存续", counts);
        assertThat(json.toJson(PublicSubjectJson.of(subject, "乙厂")))
                .contains("\"counts\":{\"identity\":0,\"good\":2,\"warning\":0,\"alert\":0}")
                .contains("\"formerNames\":[\"乙厂\"]", "\"matchedFormerName\":\"乙厂\"")
                .doesNotContain("\"code\"", "other");
    }

    @Test
    void aMappingIsReadAsItIsProposed() {
        MappingJson body = json.fromJson(
                "{\"header\":[\"企业名称\",\"备注\"],\"columns\":{\"企业名称\":\"subjectName\"},\"ignored\":[\"备注\"],"
                        + "\"fixed\":{\"grade\":\"A\"},\"confidence\":{}}",
                MappingJson.class);
        HeaderMapping mapping = body.toMapping();
        assertThat(mapping.header()).containsExactly("企业名称", "备注");
        assertThat(mapping.columns()).containsEntry("企业名称", "subjectName");
        assertThat(mapping.ignored()).containsExactly("备注");
        assertThat(mapping.fixed()).containsEntry("grade", "A");
        assertThat(MappingJson.of(mapping).toMapping()).isEqualTo(mapping);
    }

    @Test
    void withoutAHeaderColumnsAndIgnoredStandForIt() {
        MappingJson body = json.fromJson(
                "{\"columns\":{\"企业名称\":\"subjectName\",\"甲\":null},\"ignored\":[\"备注\"]}", MappingJson.class);
        assertThat(body.toMapping().header()).containsExactly("企业名称", "甲", "备注");
        assertThat(body.toMapping().columns()).containsOnlyKeys("企业名称");
        assertThat(json.fromJson("{}", MappingJson.class).toMapping().header()).isEmpty();
    }

    @Test
    void aDecisionsFieldsAreTexts() {
        DecisionJson body = json.fromJson(
                "{\"outcome\":\"approve\",\"fields\":{\"urgent\":true,\"days\":10,\"note\":\"好\",\"none\":null}}",
                DecisionJson.class);
        assertThat(body.outcome()).isEqualTo("approve");
        assertThat(body.reason()).isNull();
        assertThat(body.texts())
                .containsEntry("urgent", "true")
                .containsEntry("days", "10")
                .containsEntry("note", "好")
                .containsEntry("none", null);
        DecisionJson nested = json.fromJson("{\"outcome\":\"approve\",\"fields\":{\"x\":[1]}}", DecisionJson.class);
        assertThatThrownBy(nested::texts).isInstanceOf(BusinessRefusal.class);
    }

    @Test
    void manyDecisionsAreReadOneByOne() {
        DecisionsJson body = json.fromJson(
                "{\"decisions\":[{\"id\":\"t1\",\"outcome\":\"approve\"},{\"id\":\"t2\",\"outcome\":\"return\",\"reason\":\"缺日期\"}]}",
                DecisionsJson.class);
        assertThat(body.decisions()).extracting(DecisionsJson.One::id).containsExactly("t1", "t2");
        assertThat(body.decisions().get(1).reason()).isEqualTo("缺日期");
    }
}
