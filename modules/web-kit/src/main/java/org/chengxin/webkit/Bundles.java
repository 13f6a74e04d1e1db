package org.chengxin.webkit;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * The words of all modules: the key {@code portal.search.button} is {@code search.button} in the bundle
 * {@code org.chengxin.portal.Messages}. The language of the server never shines through: without a text in the wanted
 * language there is the Chinese one.
 */
public final class Bundles {

    private Bundles() {}

    /** The text of a key; empty where no module has it. */
    public static Optional<String> find(String key, Locale locale) {
        int dot = key.indexOf('.');
        if (dot <= 0) {
            return Optional.empty();
        }
        try {
            ResourceBundle bundle = ResourceBundle.getBundle(
                    "org.chengxin." + key.substring(0, dot) + ".Messages",
                    locale,
                    Thread.currentThread().getContextClassLoader(),
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            return Optional.of(bundle.getString(key.substring(dot + 1)));
        } catch (MissingResourceException missing) {
            return Optional.empty();
        }
    }

    /** The text of a key, or the key between question marks, which a browser test finds. */
    public static String text(String key, Locale locale) {
        return find(key, locale).orElse("???" + key + "???");
    }
}
