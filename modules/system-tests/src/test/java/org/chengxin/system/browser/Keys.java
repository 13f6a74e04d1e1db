package org.chengxin.system.browser;

import com.microsoft.playwright.Page;
import java.util.function.BooleanSupplier;

/** The keyboard of somebody without a mouse, every press counted. */
final class Keys {

    private final Page page;
    private int pressed;

    Keys(Page page) {
        this.page = page;
    }

    /** Presses keys that stay on the page, one after the other. */
    void tap(String... keys) {
        for (String key : keys) {
            pressed++;
            page.keyboard().press(key);
        }
    }

    /** Presses a key that leads to another page. */
    void press(String key) {
        String before = page.url();
        tap(key);
        page.waitForURL(url -> !url.equals(before));
    }

    /** Presses Tab until something is so, as who looks for a field does. */
    void tabUntil(BooleanSupplier there) {
        for (int step = 0; !there.getAsBoolean(); step++) {
            if (step == 200) {
                throw new AssertionError("not reached with the keyboard");
            }
            tap("Tab");
        }
    }

    int pressed() {
        return pressed;
    }
}
