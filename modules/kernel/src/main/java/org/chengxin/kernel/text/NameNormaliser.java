package org.chengxin.kernel.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The form of an organisation's name under which names are compared and searched. Never shown to anybody: what is shown
 * is the name as registered.
 */
public final class NameNormaliser {

    private NameNormaliser() {}

    /**
     * Half-width, upper case, without blanks and invisible characters; brackets of every kind become ( and ), interpuncts
     * become ·. Null gives empty text.
     */
    public static String normalise(String name) {
        String cleaned = TextCleaning.token(name);
        StringBuilder out = new StringBuilder(cleaned.length());
        for (int i = 0; i < cleaned.length(); i++) {
            char c = cleaned.charAt(i);
            switch (c) {
                case '[', '{', '【', '〔', '﹙', '〈', '《' -> out.append('(');
                case ']', '}', '】', '〕', '﹚', '〉', '》' -> out.append(')');
                case '•', '・', '‧', '∙', '･' -> out.append('·');
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    /**
     * The distinct fragments of two characters of the normalised name, in order of first appearance. A character is a
     * code point, as it is in the database's functions. Names of fewer than two characters have none.
     */
    public static List<String> bigrams(String name) {
        int[] characters = normalise(name).codePoints().toArray();
        Set<String> fragments = new LinkedHashSet<>();
        for (int i = 0; i + 1 < characters.length; i++) {
            fragments.add(new String(characters, i, 2));
        }
        return new ArrayList<>(fragments);
    }
}
