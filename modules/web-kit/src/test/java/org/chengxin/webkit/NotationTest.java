package org.chengxin.webkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import org.chengxin.kernel.text.DateForms;
import org.junit.jupiter.api.Test;

class NotationTest {

    private static final Notation CHINESE = new Notation(Locale.SIMPLIFIED_CHINESE);
    private static final Notation ENGLISH = new Notation(Locale.ENGLISH);
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @Test
    void daysWithAndWithoutWeekday() {
        assertThat(CHINESE.date(MONDAY)).isEqualTo("2026年11月23日");
        assertThat(CHINESE.dateWithWeekday(MONDAY)).isEqualTo("2026年11月23日 周一");
        assertThat(CHINESE.dateWithWeekday(MONDAY.minusDays(1))).endsWith("周日");
        assertThat(ENGLISH.date(MONDAY)).isEqualTo("23 November 2026");
        assertThat(ENGLISH.dateWithWeekday(MONDAY)).isEqualTo("Mon 23 November 2026");
        assertThat(CHINESE.date(null)).isEmpty();
        assertThat(CHINESE.dateWithWeekday(DateForms.LONG_TERM)).isEqualTo("长期");
        assertThat(ENGLISH.date(DateForms.LONG_TERM)).isEqualTo("no end");
    }

    @Test
    void codesInTheGroupsOfTheirStandard() {
        assertThat(Notation.groups("91370784MA3N03685C")).containsExactly("91", "370784", "MA3N03685", "C");
        assertThat(Notation.groups("330203000030639")).containsExactly("330203", "00003063", "9");
        assertThat(Notation.groups("MA3N03685")).containsExactly("MA3N0368", "5");
        assertThat(Notation.groups("ABC")).containsExactly("ABC");
        assertThat(Notation.groups(null)).isEmpty();
    }

    @Test
    void valuesByTheTypeOfTheirField() {
        assertThat(CHINESE.value("DATE", "2017-03-05")).isEqualTo("2017年3月5日");
        assertThat(CHINESE.value("DATE", "2099-12-31")).isEqualTo("长期");
        assertThat(CHINESE.value("MONTH", "2017-03")).isEqualTo("2017年3月");
        assertThat(ENGLISH.value("MONTH", "2017-03")).isEqualTo("March 2017");
        assertThat(CHINESE.value("PERIOD", "2003-08-18/2099-12-31")).isEqualTo("2003年8月18日 至 长期");
        assertThat(ENGLISH.value("AMOUNT_YUAN", "1250000.50")).isEqualTo("1,250,000.50");
        assertThat(CHINESE.value("INTEGER", "12")).isEqualTo("12");
        assertThat(CHINESE.value("YEAR", "2026")).isEqualTo("2026");
    }

    @Test
    void valuesThatDoNotHaveTheFormOfTheirTypeStayAsTheyAre() {
        assertThat(CHINESE.value("DATE", "去年")).isEqualTo("去年");
        assertThat(CHINESE.value("PERIOD", "三年")).isEqualTo("三年");
        assertThat(CHINESE.value("AMOUNT_YUAN", "若干")).isEqualTo("若干");
    }

    @Test
    void hitsAreMarkedWhateverTheirWidthCaseAndBrackets() {
        assertThat(marked("苏州恒达环保有限公司", "恒达")).isEqualTo("苏州[恒达]环保有限公司");
        assertThat(marked("恒达恒达", "恒达")).isEqualTo("[恒达][恒达]");
        assertThat(marked("昆山（华东）ＡＢ公司", "(华东)ab")).isEqualTo("昆山[（华东）ＡＢ]公司");
        assertThat(marked("恒 达公司", "恒达")).isEqualTo("[恒 达]公司");
        assertThat(marked("𠮷田𠮷野", "𠮷野")).isEqualTo("𠮷田[𠮷野]");
        assertThat(marked("恒达", "没有")).isEqualTo("恒达");
        assertThat(marked("恒达", "")).isEqualTo("恒达");
    }

    private static String marked(String name, String query) {
        return Notation.marked(name, query).stream()
                .map(part -> part.hit() ? "[" + part.text() + "]" : part.text())
                .collect(Collectors.joining());
    }
}
