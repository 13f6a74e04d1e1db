package org.chengxin.kernel.text;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * Numbers in Chinese numerals, ordinary (一万五千) or financial (壹万伍仟), in digits, and mixed (1.5万, 3万2千). Where the
 * units do not descend, or a last digit has no unit and no zero before it (一万五 is 15,000 to most), it refuses.
 */
final class ChineseNumeral {

    /** Every character a numeral may consist of, besides digits. */
    static final String CHARACTERS = "零〇○一二三四五六七八九两壹贰叁肆伍陆柒捌玖弌弍弎貳參陸十拾百佰千仟万萬亿億";

    private static final Map<Character, Integer> DIGITS = Map.ofEntries(
            Map.entry('一', 1),
            Map.entry('壹', 1),
            Map.entry('弌', 1),
            Map.entry('二', 2),
            Map.entry('贰', 2),
            Map.entry('貳', 2),
            Map.entry('弍', 2),
            Map.entry('两', 2),
            Map.entry('三', 3),
            Map.entry('叁', 3),
            Map.entry('參', 3),
            Map.entry('弎', 3),
            Map.entry('四', 4),
            Map.entry('肆', 4),
            Map.entry('五', 5),
            Map.entry('伍', 5),
            Map.entry('六', 6),
            Map.entry('陆', 6),
            Map.entry('陸', 6),
            Map.entry('七', 7),
            Map.entry('柒', 7),
            Map.entry('八', 8),
            Map.entry('捌', 8),
            Map.entry('九', 9),
            Map.entry('玖', 9));
    private static final Map<Character, Long> UNITS = Map.ofEntries(
            Map.entry('十', 10L),
            Map.entry('拾', 10L),
            Map.entry('百', 100L),
            Map.entry('佰', 100L),
            Map.entry('千', 1_000L),
            Map.entry('仟', 1_000L),
            Map.entry('万', 10_000L),
            Map.entry('萬', 10_000L),
            Map.entry('亿', 100_000_000L),
            Map.entry('億', 100_000_000L));
    private static final long NO_UNIT_YET = Long.MAX_VALUE;

    private final String text;
    private BigDecimal total = BigDecimal.ZERO;
    private BigDecimal section = BigDecimal.ZERO;
    /** The number that waits for its unit. */
    private BigDecimal pending;

    private boolean pendingInDigits;
    private boolean afterZero;
    private long lastUnit = NO_UNIT_YET;
    private long lastLargeUnit = NO_UNIT_YET;

    private ChineseNumeral(String text) {
        this.text = text;
    }

    /** The number, not negative; empty if the text is none. Thousands may be parted by commas. */
    static Optional<BigDecimal> parse(String text) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        return new ChineseNumeral(text.replace(",", "")).value();
    }

    private Optional<BigDecimal> value() {
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (isDigitOrPoint(c)) {
                int end = i;
                while (end < text.length() && isDigitOrPoint(text.charAt(end))) {
                    end++;
                }
                if (!takeDigits(text.substring(i, end))) {
                    return Optional.empty();
                }
                i = end;
            } else if (takeNumeral(c)) {
                i++;
            } else {
                return Optional.empty();
            }
        }
        return lastDigitIsClear()
                ? Optional.of(total.add(section).add(pending == null ? BigDecimal.ZERO : pending))
                : Optional.empty();
    }

    private static boolean isDigitOrPoint(char c) {
        return (c >= '0' && c <= '9') || c == '.';
    }

    private boolean takeDigits(String digits) {
        if (pending != null || !digits.matches("\\d+(\\.\\d+)?")) {
            return false;
        }
        pending = new BigDecimal(digits);
        pendingInDigits = true;
        return true;
    }

    private boolean takeNumeral(char c) {
        if (c == '零' || c == '〇' || c == '○') {
            afterZero = true;
            return pending == null;
        }
        Integer digit = DIGITS.get(c);
        if (digit != null) {
            boolean free = pending == null;
            pending = BigDecimal.valueOf(digit);
            pendingInDigits = false;
            return free;
        }
        Long unit = UNITS.get(c);
        return unit != null && (unit < 10_000 ? takeSmallUnit(unit) : takeLargeUnit(unit));
    }

    private boolean takeSmallUnit(long unit) {
        boolean leadingTen = pending == null && unit == 10 && section.signum() == 0;
        if ((pending == null && !leadingTen) || unit >= lastUnit) {
            return false;
        }
        section = section.add((leadingTen ? BigDecimal.ONE : pending).multiply(BigDecimal.valueOf(unit)));
        pending = null;
        afterZero = false;
        lastUnit = unit;
        return true;
    }

    private boolean takeLargeUnit(long unit) {
        BigDecimal factor = section.add(pending == null ? BigDecimal.ZERO : pending);
        BigDecimal size = BigDecimal.valueOf(unit);
        if (factor.signum() == 0 && total.signum() > 0 && unit > lastLargeUnit) {
            total = total.multiply(size);
        } else if ((factor.signum() > 0 || pending != null) && unit < lastLargeUnit) {
            total = total.add(factor.multiply(size));
        } else {
            return false;
        }
        section = BigDecimal.ZERO;
        pending = null;
        afterZero = false;
        lastUnit = unit;
        lastLargeUnit = unit;
        return true;
    }

    /** A last number without unit has to be smaller than the unit before it, and leave no doubt about its own unit. */
    private boolean lastDigitIsClear() {
        if (pending == null || lastUnit == NO_UNIT_YET) {
            return true;
        }
        BigDecimal before = BigDecimal.valueOf(lastUnit);
        if (pending.compareTo(before) >= 0) {
            return false;
        }
        return lastUnit == 10
                || afterZero
                || (pendingInDigits && pending.movePointRight(1).compareTo(before) >= 0);
    }
}
