package org.chengxin.api.problem;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of problems: a title and a detail for each code. */
final class ProblemTexts {

    private static final String BUNDLE = "org.chengxin.api.Messages";
    private static final ResourceBundle.Control CHINESE_BY_DEFAULT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;
    private final Locale locale;

    ProblemTexts(Locale locale) {
        boolean english = Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
        this.locale = english ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        this.bundle = ResourceBundle.getBundle(
                BUNDLE,
                english ? Locale.ENGLISH : Locale.ROOT,
                ProblemTexts.class.getClassLoader(),
                CHINESE_BY_DEFAULT);
    }

    Locale locale() {
        return locale;
    }

    /** The title of a code; of a code without words of its own that of {@code general}. */
    String title(String code, String general) {
        return text(code, general, "title", List.of());
    }

    /** The detail of a code; of a code without words of its own that of {@code general}. */
    String detail(String code, String general, List<String> args) {
        return text(code, general, "detail", args);
    }

    private String text(String code, String general, String part, List<String> args) {
        String key = code + "." + part;
        if (!bundle.containsKey(key)) {
            key = general + "." + part;
        }
        return new MessageFormat(bundle.getString(key), locale).format(args.toArray());
    }
}
