package org.chengxin.system.browser;

import java.util.List;
import java.util.stream.Stream;

/**
 * How somebody looks at a page.
 *
 * @param width of the window in CSS pixels
 * @param language as the cookie of the choice says it
 */
record Look(int width, String language) {

    static final Look DESK = new Look(1280, "zh_CN");

    /** Each language on a desk. */
    static final List<Look> LANGUAGES = List.of(DESK, new Look(1280, "en"));

    private static final int TELEPHONE = 390;

    /** Both widths in both languages. */
    static final List<Look> ALL =
            LANGUAGES.stream().flatMap(look -> Stream.of(look, look.narrow())).toList();

    /** The same on a telephone. */
    Look narrow() {
        return new Look(TELEPHONE, language);
    }

    /** As the page says it of itself. */
    String tag() {
        return language.replace('_', '-');
    }
}
