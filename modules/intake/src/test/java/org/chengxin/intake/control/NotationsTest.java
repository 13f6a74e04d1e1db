package org.chengxin.intake.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** However a day or an amount is written, the same day and the same amount come out; chance chooses them. */
class NotationsTest {

    private static final int TRIES = 300;
    private static final String CAPITALS = "零壹贰叁肆伍陆柒捌玖";

    private static final List<Function<LocalDate, String>> DAYS = List.of(
            LocalDate::toString,
            day -> day.toString().replace('-', '/'),
            day -> day.toString().replace('-', '.'),
            day -> day.toString().replace("-", ""),
            day -> day.getYear() + "/" + day.getMonthValue() + "/" + day.getDayOfMonth(),
            day -> day.getYear() + "-" + day.getMonthValue() + "-" + day.getDayOfMonth(),
            day -> day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日",
            day -> day + " 00:00:00",
            day -> " " + fullWidth(day.toString()) + "\n");

    private static final List<Function<Long, String>> AMOUNTS = List.of(
            String::valueOf,
            yuan -> yuan + "元",
            yuan -> yuan + ".00",
            yuan -> String.format(Locale.ROOT, "%,d", yuan),
            yuan -> "¥" + String.format(Locale.ROOT, "%,d.00元", yuan),
            yuan -> BigDecimal.valueOf(yuan, 4).toPlainString() + "万元",
            yuan -> "人民币" + inCapitals(yuan) + "元整",
            yuan -> inCapitals(yuan) + "圆正",
            yuan -> fullWidth(String.valueOf(yuan)));

    private static String fullWidth(String text) {
        StringBuilder wide = new StringBuilder();
        text.chars().forEach(c -> wide.append(c > ' ' && c < 0x7F ? (char) (c + 0xFEE0) : (char) c));
        return wide.toString();
    }

    /** As a cheque has it: 壹万零伍拾. */
    private static String inCapitals(long yuan) {
        StringBuilder words = new StringBuilder();
        String[] groups = {"", "万", "亿"};
        boolean zero = false;
        for (int group = groups.length - 1; group >= 0; group--) {
            int four = (int) (yuan / (long) Math.pow(10_000, group) % 10_000);
            boolean any = false;
            for (int place = 3; place >= 0; place--) {
                int digit = four / (int) Math.pow(10, place) % 10;
                if (digit == 0) {
                    zero = words.length() > 0;
                } else {
                    words.append(zero ? "零" : "")
                            .append(CAPITALS.charAt(digit))
                            .append(List.of("", "拾", "佰", "仟").get(place));
                    zero = false;
                    any = true;
                }
            }
            words.append(any ? groups[group] : "");
        }
        return words.toString();
    }

    @Test
    void daysAreReadHoweverTheyAreWritten() {
        Random random = new Random(20_260_701);
        for (int i = 0; i < TRIES; i++) {
            LocalDate day = LocalDate.of(1950, 1, 1).plusDays(random.nextInt(27_000));
            String text = DAYS.get(random.nextInt(DAYS.size())).apply(day);
            CheckedRow row = PenaltyRow.with("filedOn", text);
            assertThat(row.content()).as(text).containsEntry("filedOn", day.toString());
            assertThat(row.findings()).as(text).isEmpty();
        }
    }

    @Test
    void separatorsMustBeTheSame() {
        for (String text : List.of("2026/05-04", "2026-05.04", "2026.05/04", "2026年05-04")) {
            assertThat(PenaltyRow.rules(PenaltyRow.with("filedOn", text)))
                    .as(text)
                    .containsExactly(FindingRule.DATE_UNREADABLE);
        }
    }

    @Test
    void longTermIsTheLastDayOf2099() {
        for (String text : List.of("2099/12/31", "2099-12-31", "2099.12.31", "长期", "永久")) {
            assertThat(PenaltyRow.with("announcedOn", text).content())
                    .as(text)
                    .containsEntry("announcedOn", "2099-12-31");
        }
    }

    @Test
    void amountsAreReadHoweverTheyAreWritten() {
        Random random = new Random(20_260_702);
        for (int i = 0; i < TRIES; i++) {
            long yuan = 1 + Math.abs(random.nextLong()) % (long) Math.pow(10, 1 + random.nextInt(11));
            String text = AMOUNTS.get(random.nextInt(AMOUNTS.size())).apply(yuan);
            CheckedRow row = PenaltyRow.with("fine", text);
            assertThat(row.content().get("fine")).as(text).isEqualTo(BigDecimal.valueOf(yuan));
        }
    }
}
