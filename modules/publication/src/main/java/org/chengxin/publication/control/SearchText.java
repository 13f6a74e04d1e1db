package org.chengxin.publication.control;

import org.chengxin.kernel.code.SubjectCode;
import org.chengxin.kernel.text.Masking;
import org.chengxin.kernel.text.NameNormaliser;
import org.chengxin.kernel.text.TextCleaning;

/** What somebody typed into the search, and what of it is looked for. */
public final class SearchText {

    private static final int LONGEST = 200;

    private SearchText() {}

    /** What was typed, in a form that can be shown again: cleaned and not longer than any name. */
    public static String shown(String text) {
        int[] characters = TextCleaning.prose(text)
                .value()
                .codePoints()
                .filter(c -> Character.getType(c) != Character.SURROGATE)
                .limit(LONGEST)
                .toArray();
        return new String(characters, 0, characters.length);
    }

    /** What is looked for: normalised, without the sign that separates names in the index. */
    public static String fragment(String text) {
        return searchable(shown(text));
    }

    /** A name as it stands in the index. */
    static String searchable(String name) {
        return NameNormaliser.normalise(name).replace("|", "");
    }

    /** Whether it is or holds a citizen's number, also among other words or written with blanks in it. */
    public static boolean holdsCitizenId(String text) {
        String dense = TextCleaning.token(text);
        return SubjectCode.classify(text).isPersonal()
                || !Masking.maskIdsIn(text).equals(text)
                || !Masking.maskIdsIn(dense).equals(dense);
    }
}
