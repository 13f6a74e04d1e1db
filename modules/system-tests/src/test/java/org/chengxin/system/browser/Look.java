package org.chengxin.system.browser;

import java.util.List;

/**
 * How somebody looks at a page.
 *
 * @param width of the window in CSS pixels
 * @param language as the cookie of the choice says it
 */
record Look(int width, String language) {

    static final Look DESK = new Look(1280, "zh_CN");

    /** Both widths in both languages. */
    static final List<Look> ALL = List.of(DESK, new Look(390, "zh_CN"), new Look(1280, "en"), new Look(390, "en"));

    /** As the page says it of itself. */
    String tag() {
        return language.replace('_', '-');
    }
}
