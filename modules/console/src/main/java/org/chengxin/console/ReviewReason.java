package org.chengxin.console;

import java.util.List;
import org.chengxin.forms.FormField;
import org.chengxin.forms.FormOption;
import org.chengxin.forms.FormSchema;

/** The reason of a return: one of the form's list and what was written beside it, kept as one text, in Chinese. */
final class ReviewReason {

    /** The field in which it is chosen. */
    static final String KIND = "reasonKind";

    /** The field in which it is written, and the whole of it. */
    static final String WORDS = "reason";

    private static final String OTHER = "OTHER";
    private static final String BETWEEN = "：";

    private ReviewReason() {}

    /**
     * Both as one text.
     *
     * @return blank where neither says anything
     */
    static String joined(FormSchema form, String kind, String words) {
        String listed = listed(form, kind);
        String written = words == null ? "" : words.strip();
        return listed.isEmpty() || written.isEmpty() ? listed + written : listed + BETWEEN + written;
    }

    /**
     * What was written beside the one of the list.
     *
     * @param reason both as one text
     */
    static String words(FormSchema form, String kind, String reason) {
        String listed = listed(form, kind);
        if (reason == null || listed.isEmpty() || !reason.startsWith(listed)) {
            return reason;
        }
        String rest = reason.substring(listed.length());
        return rest.startsWith(BETWEEN) ? rest.substring(BETWEEN.length()) : rest.isEmpty() ? rest : reason;
    }

    private static String listed(FormSchema form, String kind) {
        return form.field(KIND).map(FormField::options).orElse(List.of()).stream()
                .filter(option -> option.value().equals(kind) && !kind.equals(OTHER))
                .map(FormOption::label)
                .findFirst()
                .orElse("");
    }
}
