package org.chengxin.kernel.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Amounts of money as decisions write them: 人民币壹万伍仟壹佰伍拾元整, 贰拾万元, 1.5万元, 5,000.00元, 5000. The result is in
 * yuan, exact. Other currencies, ranges and anything ambiguous are refused.
 */
public final class ChineseAmount {

    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
    private static final MathContext SPREADSHEET_PRECISION = new MathContext(15, RoundingMode.HALF_UP);
    /** 双公示 gives fines in 万元 with six decimals. */
    private static final int SMALLEST_UNIT_SCALE = 6;
    /** 三元 in prose is more often a name (三元食品) or a term (二元酸) than three yuan. */
    private static final Pattern RATHER_A_WORD = Pattern.compile("[一二三四五六七八九两]元");

    /** Every repetition is bounded, so that no text, however long, exhausts the matcher. */
    private static final String DIGITS = "(?:\\d{1,3}(?:,\\d{3}){1,6}|\\d{1,20})(?:\\.\\d{1,20})?";

    private static final String NUMBER = "(?:" + DIGITS + "[十百千万亿]{0,3}|[" + ChineseNumeral.CHARACTERS + "]{1,40})";
    private static final String MIXED = "(?:" + DIGITS + "[十百千万亿]{1,3}){0,6}" + NUMBER;
    private static final String SMALL =
            "(?:(?:零|〇)?([壹贰叁肆伍陆柒捌玖一二三四五六七八九两0-9])角)?" + "(?:(?:零|〇)?([壹贰叁肆伍陆柒捌玖一二三四五六七八九两0-9])分)?";
    private static final String PREFIX = "(?:人民币|RMB|CNY)?[:：]?[¥￥]?";
    private static final Pattern WHOLE =
            Pattern.compile(PREFIX + "(-?" + MIXED + ")(?:(元|圆|圓|块)(?:人民币)?[整正]?" + SMALL + "[整正]?)?(?:人民币)?");
    private static final Pattern IN_PROSE = Pattern.compile("(?<![\\d.,])(?:(?:人民币|RMB|CNY)[:：]?)?[¥￥]?\\s*(" + MIXED
            + ")\\s*(元|圆|圓)(?![旦月件素器])[整正]?" + SMALL + "[整正]?");

    /**
     * An amount found in a text.
     *
     * @param yuan  the amount in yuan
     * @param start where it begins in the text
     * @param end   where it ends, exclusive
     * @param text  how it is written there
     */
    public record Found(BigDecimal yuan, int start, int end, String text) {}

    private ChineseAmount() {}

    /** The amount that the whole text stands for, in yuan; a bare number counts as yuan. Empty if it is none. */
    public static Optional<BigDecimal> parse(String text) {
        return parse(text, BigDecimal.ONE);
    }

    /** As {@link #parse}, for columns in 万元: a bare number counts as ten thousands of yuan; the result is in yuan. */
    public static Optional<BigDecimal> parseTenThousands(String text) {
        return parse(text, TEN_THOUSAND);
    }

    private static Optional<BigDecimal> parse(String text, BigDecimal unitOfBareNumber) {
        Matcher whole = WHOLE.matcher(TextCleaning.token(text));
        if (!whole.matches()) {
            return Optional.empty();
        }
        String number = whole.group(1);
        boolean negative = number.startsWith("-");
        Optional<BigDecimal> yuan = ChineseNumeral.parse(negative ? number.substring(1) : number);
        boolean bare = whole.group(2) == null && number.matches("-?" + DIGITS);
        return yuan.map(value -> bare ? value.multiply(unitOfBareNumber) : value)
                .map(value -> value.add(smallUnits(whole, 3)))
                .map(value -> negative ? value.negate() : value)
                .map(ChineseAmount::plain);
    }

    /**
     * The amounts in a text, in order. Only numbers that end in 元 count. The ends of a range are found one by one, and
     * an amount given in numerals and again in digits is found twice. A single ordinary numeral (三元) is not taken.
     */
    public static List<Found> findIn(String text) {
        List<Found> found = new ArrayList<>();
        if (text == null) {
            return found;
        }
        Matcher amounts = IN_PROSE.matcher(TextCleaning.fullWidthToHalf(text));
        while (amounts.find()) {
            if (RATHER_A_WORD.matcher(amounts.group()).matches()) {
                continue;
            }
            ChineseNumeral.parse(amounts.group(1))
                    .map(value -> plain(value.add(smallUnits(amounts, 3))))
                    .ifPresent(yuan -> found.add(new Found(
                            yuan, amounts.start(), amounts.end(), text.substring(amounts.start(), amounts.end()))));
        }
        return found;
    }

    /** 角 and 分 behind the yuan. */
    private static BigDecimal smallUnits(Matcher matcher, int firstGroup) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < 2; i++) {
            String digit = matcher.group(firstGroup + i);
            if (digit != null) {
                BigDecimal value = ChineseNumeral.parse(digit).orElse(BigDecimal.ZERO);
                sum = sum.add(value.movePointLeft(i + 1));
            }
        }
        return sum;
    }

    /**
     * Without superfluous zeros behind the point and never in scientific notation. Spreadsheets store 10261.2 as
     * 10261.200000000001: digits behind the fifteenth are noise of their binary numbers, if they stand behind the point.
     */
    private static BigDecimal plain(BigDecimal value) {
        boolean noise = value.precision() > SPREADSHEET_PRECISION.getPrecision() && value.scale() > SMALLEST_UNIT_SCALE;
        BigDecimal stripped = (noise ? value.round(SPREADSHEET_PRECISION) : value).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
