package org.chengxin.intake.control;

import java.util.Set;

/** What counts as nothing in a cell. */
final class Blank {

    /** Words that departments write where they have no value; compared without blanks, in upper case. */
    private static final Set<String> PLACEHOLDERS = Set.of(
            "-", "--", "---", "—", "——", "－", "–", "/", "\\", "*", "**", "***", "无", "空", "暂无", "不详", "未知", "未标明", "不明",
            "未填", "未填写", "没有", "N/A", "NA", "NULL", "NONE", "NIL", "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!",
            "#NULL!", "#NUM!", "(NULL)", "(空)", "（空）", "（无）", "(无)");

    private static final int LONGEST = 8;

    private Blank() {}

    /** Nothing but blanks, line breaks and characters that cannot be seen; also for null. */
    static boolean isBlank(String text) {
        if (text == null) {
            return true;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean unseen = c <= ' ' || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
            if (!unseen) {
                return false;
            }
        }
        return true;
    }

    /** A word that stands for nothing, in a cell that has been cleaned. */
    static boolean isPlaceholder(String cleaned) {
        return cleaned.length() <= LONGEST
                && PLACEHOLDERS.contains(cleaned.replace(" ", "").toUpperCase(java.util.Locale.ROOT));
    }
}
