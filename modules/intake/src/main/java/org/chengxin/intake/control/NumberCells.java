package org.chengxin.intake.control;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.chengxin.catalogue.definition.FieldDefinition;
import org.chengxin.catalogue.definition.FieldMeaning;
import org.chengxin.catalogue.definition.FieldType;
import org.chengxin.kernel.text.ChineseAmount;
import org.chengxin.kernel.text.DateForms;
import org.chengxin.kernel.text.TextCleaning;

/** Cells of numbers, amounts and lengths of time. */
final class NumberCells {

    private static final int LONGEST_PLAIN = 18;

    private NumberCells() {}

    private static String cleaned(String cell, RowDraft draft) {
        String text = isPlainNumber(cell) ? cell : draft.count(TextCleaning.code(cell));
        if (Blank.isPlaceholder(text)) {
            draft.count(Clean.PLACEHOLDER_REMOVED);
            return null;
        }
        return text;
    }

    /** Digits, and at most one point between them. */
    private static boolean isPlainNumber(String text) {
        int points = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && i > 0 && i < text.length() - 1) {
                points++;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= LONGEST_PLAIN && points <= 1;
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** A whole number. */
    record OfInteger(FieldDefinition field) implements CellReader {

        @Override
        public Object read(String cell, RowDraft draft) {
            String text = cleaned(cell, draft);
            if (text == null) {
                return null;
            }
            String number = text.replace(",", "");
            boolean negative = number.startsWith("-");
            String digits = negative ? number.substring(1) : number;
            if (isPlainNumber(digits)) {
                BigDecimal value = plain(new BigDecimal(number));
                if (value.scale() == 0) {
                    return value;
                }
            }
            draft.unreadable(FindingRule.NUMBER_UNREADABLE, field, text);
            return null;
        }
    }

    /** Money, kept in the unit of the field. */
    record OfAmount(FieldDefinition field) implements CellReader {

        private static final BigDecimal TOO_MUCH = new BigDecimal("1e12");
        private static final String[] CURRENCIES = {
            "美元", "美金", "港元", "港币", "欧元", "日元", "英镑", "澳元", "韩元", "新加坡元", "加拿大元", "USD", "HKD", "EUR", "JPY", "GBP"
        };

        @Override
        public Object read(String cell, RowDraft draft) {
            String text = cleaned(cell, draft);
            if (text == null) {
                return null;
            }
            boolean tenThousands = field.type() == FieldType.AMOUNT_WAN;
            if (isPlainNumber(text)) {
                return plausible(plain(new BigDecimal(text)), tenThousands, text, draft);
            }
            for (String currency : CURRENCIES) {
                if (text.contains(currency)) {
                    draft.find(FindingRule.AMOUNT_CURRENCY, field, text, currency);
                    return null;
                }
            }
            Optional<BigDecimal> yuan =
                    tenThousands ? ChineseAmount.parseTenThousands(text) : ChineseAmount.parse(text);
            if (yuan.isEmpty()) {
                draft.unreadable(FindingRule.AMOUNT_UNREADABLE, field, text);
                return null;
            }
            draft.count(Clean.AMOUNT_CONVERTED);
            BigDecimal value = tenThousands ? yuan.get().movePointLeft(4) : yuan.get();
            return plausible(plain(value), tenThousands, text, draft);
        }

        private BigDecimal plausible(BigDecimal value, boolean tenThousands, String text, RowDraft draft) {
            BigDecimal yuan = tenThousands ? value.movePointRight(4) : value;
            if (yuan.signum() < 0 || yuan.compareTo(TOO_MUCH) > 0) {
                draft.find(FindingRule.AMOUNT_IMPLAUSIBLE, field, text);
            }
            return value;
        }
    }

    /** A length of time in months: 12, 12个月, 1年, 三年, 半年. */
    record OfMonths(FieldDefinition field) implements CellReader {

        private static final String NUMERALS = "零一二三四五六七八九十";
        private static final int LONGEST = 36;

        @Override
        public Object read(String cell, RowDraft draft) {
            String text = cleaned(cell, draft);
            if (text == null) {
                return null;
            }
            int months = months(text);
            Optional<LocalDate> end = months > 0 ? Optional.empty() : DateForms.parse(text);
            if (end.isPresent()) {
                draft.dates.putIfAbsent(FieldMeaning.ENDS_ON, end.get());
                draft.redirected.put(FieldMeaning.ENDS_ON, end.get().toString());
                return null;
            }
            if (months <= 0) {
                draft.unreadable(FindingRule.NUMBER_UNREADABLE, field, text);
                return null;
            }
            if (months > LONGEST) {
                draft.find(FindingRule.PERIOD_TOO_LONG, field, text, String.valueOf(LONGEST));
            }
            return BigDecimal.valueOf(months);
        }

        /** The number of months that a text means; -1 for none. */
        static int months(String text) {
            if (text.equals("半年")) {
                return 6;
            }
            boolean years = text.endsWith("年");
            String number = text;
            for (String unit : new String[] {"年", "个月", "月"}) {
                if (number.endsWith(unit)) {
                    number = number.substring(0, number.length() - unit.length());
                    break;
                }
            }
            int count = number.length() == 1 ? NUMERALS.indexOf(number) : number.equals("十二") ? 12 : -1;
            if (count < 0 && isPlainNumber(number) && number.length() <= 4 && number.indexOf('.') < 0) {
                count = Integer.parseInt(number);
            }
            return count < 0 ? -1 : years ? count * 12 : count;
        }
    }
}
