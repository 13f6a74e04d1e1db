package org.chengxin.intake.control;

/** Names of the cleaning rules that are intake's own, beside those of the kernel, and a look whether any is needed. */
final class Clean {

    /** A word that stands for nothing was taken as nothing. */
    static final String PLACEHOLDER_REMOVED = "PLACEHOLDER_REMOVED";

    /** A date was written otherwise than in ISO 8601. */
    static final String DATE_CONVERTED = "DATE_CONVERTED";
    /** An amount was written with units, separators or in Chinese numerals. */
    static final String AMOUNT_CONVERTED = "AMOUNT_CONVERTED";
    /** A source's word became the standard code. */
    static final String CODE_CONVERTED = "CODE_CONVERTED";

    /** Before the name of the field in which a word was that its code table does not know. */
    static final String CODE_UNKNOWN = "CODE_UNKNOWN:";

    private Clean() {}

    /** Under what the unknown words of a field are counted. */
    static String codeUnknown(String field) {
        return CODE_UNKNOWN + field;
    }

    /** Whether cleaning prose would change nothing; most cells are like that, and looking is ten times cheaper. */
    static boolean isClean(String text) {
        int length = text.length();
        if (length == 0 || text.charAt(0) == ' ' || text.charAt(length - 1) == ' ') {
            return false;
        }
        char before = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            boolean plain = c == ' ' && before != ' '
                    || c > ' ' && c < 0x7F
                    || c >= 0x4E00 && c <= 0x9FFF
                    || c >= 0x3001 && c <= 0x301F
                    || isPunctuation(c);
            if (!plain) {
                return false;
            }
            before = c;
        }
        return true;
    }

    private static boolean isPunctuation(char c) {
        return "，。；：（）？！、“”‘’《》〈〉—…·％".indexOf(c) >= 0;
    }
}
