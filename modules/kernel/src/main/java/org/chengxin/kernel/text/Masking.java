package org.chengxin.kernel.text;

import java.util.Set;

/**
 * Hides personal data the way this project decided to (no law fixes the pattern; courts hide digits 11 to 14 of a
 * citizen's number, 深圳条例 asks for 去标识化): numbers keep the first six and last four characters, telephones the first
 * three and last four, names the family name. Null gives empty text. When in doubt, more is hidden.
 */
public final class Masking {

    private static final String ANY_GIVEN_NAME = "某某";
    private static final Set<String> COMPOUND_FAMILY_NAMES = Set.of(
            "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "司空", "夏侯", "端木", "轩辕", "长孙", "宇文", "独孤",
            "南宫", "西门", "东郭", "百里", "呼延", "闻人", "申屠", "太史", "公冶", "澹台");

    private Masking() {}

    /**
     * A citizen's number, passport or a taxpayer's number built on a citizen's: the first six and last four of fifteen
     * characters and more, the first and last two of seven to fourteen, nothing of shorter ones.
     */
    public static String id(String number) {
        String text = number == null ? "" : number.strip();
        if (text.length() >= 15) {
            return keep(text, 6, 4);
        }
        return text.length() >= 7 ? keep(text, 2, 2) : keep(text, 0, 0);
    }

    /** A telephone number: the first three and the last four characters of eight and more, nothing of shorter ones. */
    public static String phone(String number) {
        String text = number == null ? "" : number.strip();
        return text.length() >= 8 ? keep(text, 3, 4) : keep(text, 0, 0);
    }

    /** A person's name: family name and 某某, whatever the length of the given name; other names their first letter. */
    public static String personName(String name) {
        String text = name == null ? "" : name.strip();
        if (text.isEmpty()) {
            return "";
        }
        int first = text.codePointAt(0);
        if (!Character.isIdeographic(first)) {
            return new StringBuilder().appendCodePoint(first).append("***").toString();
        }
        boolean compound = text.length() > 2 && COMPOUND_FAMILY_NAMES.contains(text.substring(0, 2));
        return text.substring(0, compound ? 2 : Character.charCount(first)) + ANY_GIVEN_NAME;
    }

    /**
     * Prose with every citizen's number in it masked, also mistyped ones, those of 15 digits, those followed by the two
     * digits of a taxpayer's number, and those in full-width digits; and, if the check character fits, those written in
     * parts or adjoining other digits and letters. Codes of organisations stay. Text without any comes back as it is.
     */
    public static String maskIdsIn(String text) {
        return text == null ? "" : PersonalNumbers.hide(text, false);
    }

    /**
     * Prose for the public and for officials: as {@link #maskIdsIn}, and of mobile telephone numbers (1, 3 to 9, nine
     * more digits; by themselves or after 86, in one or as 3, 4 and 4) only the first three and last four. Amounts and
     * the numbers of documents stay.
     */
    public static String maskNumbersIn(String text) {
        return text == null ? "" : PersonalNumbers.hide(text, true);
    }

    private static String keep(String text, int first, int last) {
        return text.substring(0, first)
                + "*".repeat(text.length() - first - last)
                + text.substring(text.length() - last);
    }
}
