package org.chengxin.notification.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chengxin.notification.boundary.NoticeEvent.Detail;
import org.junit.jupiter.api.Test;

class NoticeTextsTest {

    private static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

    @Test
    void every_kind_is_told_in_both_languages_with_all_its_words() {
        Map<Detail, String> details = new EnumMap<>(Detail.class);
        for (Detail detail : Detail.values()) {
            details.put(detail, "<" + detail + ">");
        }
        for (Locale language : LANGUAGES) {
            for (NoticeKind kind : NoticeKind.values()) {
                assertThat(NoticeTexts.of(kind, details, language))
                        .as(kind + " " + language)
                        .doesNotContain("{")
                        .endsWith("<REASON>")
                        .contains(
                                kind == NoticeKind.PERIOD_ENDED
                                        ? "<COUNT>"
                                        : kind == NoticeKind.STAND_IN ? "<PERSON>" : "<NO>");
                assertThat(NoticeTexts.text(kind.messageKey() + ".short", language))
                        .isNotBlank();
            }
        }
        assertThat(NoticeTexts.of(NoticeKind.LOT_RETURNED, details, Locale.ENGLISH))
                .isEqualTo("Lot <NO> (<ITEM_EN>) was returned. You stand in for <INSTEAD_OF>. Reason: <REASON>");
    }

    @Test
    void nothing_stands_where_there_is_nothing() {
        assertThat(NoticeTexts.of(
                        NoticeKind.LOT_APPROVED,
                        Map.of(Detail.NO, "L1", Detail.ITEM, "行政处罚"),
                        Locale.SIMPLIFIED_CHINESE))
                .isEqualTo("批次 L1（行政处罚）已通过审核。");
        assertThat(NoticeTexts.of(
                        NoticeKind.TASK_DUE_SOON,
                        Map.of(
                                Detail.NO,
                                "R1",
                                Detail.ITEM,
                                "行政处罚",
                                Detail.STEP,
                                "DecideDisclosure",
                                Detail.DAY,
                                "2026-12-01"),
                        Locale.SIMPLIFIED_CHINESE))
                .isEqualTo("任务“保密审查”将于 2026-12-01 到期：行政处罚 R1。请尽快办理。");
    }

    @Test
    void why_a_decision_came_to_nothing_is_said_in_words() {
        Map<Detail, String> details = Map.of(
                Detail.NO,
                "L1",
                Detail.ITEM,
                "行政处罚",
                Detail.ITEM_EN,
                "Penalty",
                Detail.STEP,
                "ReviewLot",
                Detail.PERSON,
                "乙",
                Detail.CAUSE,
                "DECIDER_LEFT");

        assertThat(NoticeTexts.of(NoticeKind.DECISION_LAPSED, details, Locale.SIMPLIFIED_CHINESE))
                .isEqualTo("乙 对行政处罚 L1 的决定（任务“审核批次”）没有生效：生效时该人员已不在本组或账号已停用。还要不要办理，见任务页。");
        assertThat(NoticeTexts.of(NoticeKind.DECISION_LAPSED, details, Locale.ENGLISH))
                .startsWith("What 乙 decided on Penalty L1 (task “Review lot”) did not take effect: by then this person")
                .contains("task's page says");
    }

    @Test
    void what_was_typed_stays_on_one_line_and_is_no_pattern() {
        assertThat(NoticeTexts.of(
                        NoticeKind.LOT_RETURNED,
                        Map.of(Detail.NO, "L1", Detail.ITEM, "i", Detail.REASON, "it's {0}\r\n\u2028 wrong\u0000"),
                        Locale.ENGLISH))
                .isEqualTo("Lot L1 (i) was returned. Reason: it's {0} wrong");
    }

    @Test
    void chinese_is_the_language_whatever_the_machine_speaks() {
        Locale machine = Locale.getDefault();
        try {
            Locale.setDefault(Locale.ENGLISH);
            assertThat(NoticeTexts.text("mail.more", Locale.SIMPLIFIED_CHINESE, 3))
                    .startsWith("另有 3 条");
        } finally {
            Locale.setDefault(machine);
        }
    }
}
