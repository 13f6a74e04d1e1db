package org.chengxin.launcher.entity;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** The launcher's sentences: Chinese where the terminal's language is Chinese, English otherwise. */
public final class Texts {

    private static final String BUNDLE = "org.chengxin.launcher.Messages";
    private static final Texts OF_TERMINAL = new Texts(localeOf(System.getenv()));

    private final Locale locale;
    private final ResourceBundle bundle;

    private Texts(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /**
     * A sentence in the terminal's language.
     *
     * @param key key of the bundle {@code org.chengxin.launcher.Messages}
     * @param arguments values for {@code {0}}, {@code {1}} …
     * @return the filled sentence
     */
    public static String text(String key, Object... arguments) {
        return OF_TERMINAL.in(key, arguments);
    }

    /** @return texts in a given language, for tests. */
    static Texts of(Locale locale) {
        return new Texts(locale);
    }

    /** The language that POSIX would choose: {@code LC_ALL}, then {@code LC_MESSAGES}, then {@code LANG}. */
    static Locale localeOf(Map<String, String> environment) {
        for (String name : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
            String value = environment.get(name);
            if (value != null && !value.isBlank()) {
                return value.toLowerCase(Locale.ROOT).startsWith("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
            }
        }
        return Locale.ENGLISH;
    }

    String in(String key, Object... arguments) {
        Object[] plain = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            // a port or a process id is no quantity: "9080", not "9,080"
            plain[i] = arguments[i] instanceof Number ? arguments[i].toString() : arguments[i];
        }
        return new MessageFormat(bundle.getString(key), locale).format(plain);
    }
}
