package org.chengxin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.chengxin.kernel.DisclosureScope;
import org.chengxin.kernel.Section;
import org.chengxin.kernel.Severity;
import org.chengxin.record.boundary.EventPage;
import org.chengxin.record.boundary.EventView;
import org.chengxin.record.boundary.RecordSheet;
import org.chengxin.record.boundary.RecordView;
import org.chengxin.record.boundary.Visibility;
import org.chengxin.record.entity.RecordState;
import org.chengxin.record.entity.SupplierStatement;
import org.chengxin.secrecy.boundary.Ruling;
import org.chengxin.secrecy.boundary.Rulings;
import org.chengxin.webkit.Language;
import org.chengxin.workflow.boundary.DecisionRules;
import org.junit.jupiter.api.Test;

/** What a record's page says about why it is public, by what is kept with the record. */
class RecordReasonsTest {

    private static final LocalDate DECIDED = LocalDate.of(2026, 10, 12);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String ORDINARY = "disclosure-period#order-36-ordinary 国家发展改革委令第36号";
    private static final DecisionRules RULES = new DecisionRules();

    @Test
    void a_public_record_until_the_earlier_of_the_rules_end_and_the_stated_one() {
        RecordReasons reasons = reasons(
                RecordState.PUBLISHED,
                DisclosureScope.PUBLIC,
                "disclosure-scope#row-public 依据",
                LocalDate.of(2027, 7, 1));

        assertThat(reasons.getVerdict()).isEqualTo("向社会公开，到 2027年7月1日 周四 为止（含当日）。");
        assertThat(reasons.getConditions())
                .extracting(RecordReasons.Condition::state)
                .containsExactly("met", "met", "met", "met", "none");
        assertThat(reasons.getRulings())
                .extracting(RecordReasons.Ruling::rule)
                .containsExactly(
                        "conduct-class#warning-ordinary",
                        "disclosure-scope#row-public",
                        "disclosure-limit#no-limit",
                        "disclosure-period#order-36-ordinary");
        assertThat(reasons.getRulings().get(3).description()).isEqualTo("一般：3个月至1年");
        assertThat(reasons.getReckoning())
                .extracting(RecordReasons.Line::value)
                .containsExactly(
                        "2026年10月12日 周一",
                        "自决定日起 12 个月，至 2027年10月12日 周二",
                        "2027年7月1日 周四",
                        "2027年7月1日 周四（两者中较早的一个；没有的不计）",
                        "2027年7月2日 周五 零时起（北京时间）");
    }

    @Test
    void a_record_whose_day_is_past_is_not_public_though_it_is_published() {
        RecordReasons reasons = reasons(
                RecordState.PUBLISHED, DisclosureScope.PUBLIC, "disclosure-scope#row-public", TODAY.minusDays(1));

        assertThat(reasons.getVerdict()).isEqualTo("不向社会公开：最后可见日 2026年11月22日 周日 已过。");
    }

    @Test
    void what_is_undetermined_says_both_that_and_its_state() {
        RecordReasons reasons = reasons(
                RecordState.UNDETERMINED, DisclosureScope.UNDETERMINED, "disclosure-scope#row-not-stated", null);

        assertThat(reasons.getVerdict()).isEqualTo("不向社会公开：披露范围是“未确定”，状态是“待定披露范围”。");
        assertThat(reasons.getRulings()).extracting(RecordReasons.Ruling::topic).containsExactly("类别", "披露范围", "公示至");
    }

    @Test
    void a_limit_stands_beside_what_was_stated() {
        RecordReasons reasons =
                reasons(RecordState.HELD, DisclosureScope.GOVERNMENT, "disclosure-limit#market-warning 总局令第45号", null);

        assertThat(reasons.getRulings())
                .extracting(RecordReasons.Ruling::result)
                .contains("公开公示", "政务共享");
        assertThat(reasons.getRulings().get(2).rule()).isEqualTo("disclosure-limit#market-warning");
        assertThat(reasons.getRulings().get(2).citation()).isEqualTo("总局令第45号");
    }

    @Test
    void what_an_officer_ruled_has_the_reason_and_for_those_who_may_read_it_the_law() {
        RecordReasons reasons = reasons(RecordState.HELD, DisclosureScope.AUTHORISED, "DecideDisclosure", null);
        assertThat(reasons.getRulings().get(1).citation()).isEqualTo("保密审查");
        assertThat(reasons.getRulings().get(1).reason()).isEqualTo("涉及商业秘密");

        reasons.me = new CurrentUser() {
            @Override
            public boolean isReadsRulings() {
                return true;
            }
        };
        assertThat(reasons.getRulings().get(1).citation()).isEqualTo("保密审查：某法第九条");
    }

    @Test
    void a_row_that_the_tables_do_not_have_any_more_keeps_its_citation() {
        RecordReasons reasons =
                reasons(RecordState.PUBLISHED, DisclosureScope.PUBLIC, "disclosure-scope#row-of-old 旧依据", null);

        assertThat(reasons.getRulings().get(1).description()).isEmpty();
        assertThat(reasons.getRulings().get(1).citation()).isEqualTo("旧依据");
    }

    private static RecordReasons reasons(RecordState state, DisclosureScope scope, String scopeRule, LocalDate endsOn) {
        SupplierStatement stated = new SupplierStatement(
                Severity.ORDINARY, true, DisclosureScope.PUBLIC, null, null, endsOn, false, null, null);
        RecordView record = new RecordView(
                "R1",
                "PEN-ENV",
                "处罚",
                "Penalty",
                1,
                7L,
                "环保",
                new RecordView.Subject("p", "甲", null, "ENTERPRISE", false),
                state,
                Section.WARNING,
                "conduct-class#warning-ordinary 依据",
                scope,
                scopeRule,
                false,
                false,
                "题",
                null,
                DECIDED,
                endsOn,
                ORDINARY,
                null,
                1,
                1,
                List.of(),
                null);
        EventView ruling = new EventView(
                null,
                "SET_SCOPE",
                null,
                "UNDETERMINED",
                "secrecy.env",
                "环保",
                "CreditRecord",
                "ApplyRuling",
                null,
                "涉及商业秘密",
                java.util.Map.of());
        RecordSheet sheet = new RecordSheet(
                record,
                List.of(),
                null,
                new RecordSheet.Reasons("BY_SEVERITY", true, stated),
                new Visibility(scope, state, endsOn, TODAY, false, false),
                List.of(),
                null,
                new EventPage(List.of(), null),
                List.of(ruling),
                true,
                false);
        RecordReasons reasons = new RecordReasons();
        reasons.file = new RecordFile() {
            @Override
            public RecordSheet getSheet() {
                return sheet;
            }

            @Override
            public RecordView getRecord() {
                return sheet.record();
            }
        };
        reasons.rules = RULES;
        reasons.texts = new ConsoleTexts();
        reasons.texts.language = new Language() {
            @Override
            public Locale getLocale() {
                return Locale.SIMPLIFIED_CHINESE;
            }

            @Override
            public boolean isEnglish() {
                return false;
            }
        };
        reasons.formats = new Formats();
        reasons.formats.texts = reasons.texts;
        reasons.me = new CurrentUser() {
            @Override
            public boolean isReadsRulings() {
                return false;
            }
        };
        reasons.officers = new Rulings() {
            @Override
            public List<Ruling> on(String recordNo) {
                return List.of(new Ruling(DisclosureScope.AUTHORISED, "COMMERCIAL_SECRET", "某法第九条", "涉及商业秘密"));
            }
        };
        return reasons;
    }
}
