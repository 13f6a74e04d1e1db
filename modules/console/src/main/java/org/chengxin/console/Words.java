package org.chengxin.console;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chengxin.intake.boundary.FindingView;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.webkit.Bundles;

/** The bundles of this console and of the modules whose codes it shows, as one. */
final class Words {

    private static final List<String> MODULES = List.of("console", "kernel", "intake", "workflow", "notification");

    private Words() {}

    /** The text of a key in the first of the bundles that has it. */
    static Optional<String> find(String key, Locale locale) {
        return MODULES.stream()
                .map(module -> Bundles.find(module + "." + key, locale))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The text of a key; where there is none, something that a test of the pages finds. */
    static String text(String key, Locale locale) {
        return find(key, locale).orElse("???" + key + "???");
    }

    static String format(String key, Locale locale, Object... arguments) {
        return new MessageFormat(text(key, locale), locale).format(arguments);
    }

    /** What a refusal means and what to do about it. */
    static String refusal(BusinessRefusal refusal, Locale locale) {
        Object[] arguments = refusal.arguments().toArray();
        for (String group : List.of("Refusal.", "HeaderMapping.", "FormError.")) {
            if (find(group + refusal.code(), locale).isPresent()) {
                return format(group + refusal.code(), locale, arguments);
            }
        }
        return format("Refusal.other", locale, refusal.code());
    }

    /** A finding: what was there, what is expected, how to mend it. */
    static String finding(FindingView finding, Locale locale) {
        // the rules' patterns: 0 title of the field, 1 value, 2 suggestion, 3 and more the finding's own
        List<Object> arguments = new ArrayList<>();
        arguments.add(orEmpty(finding.field()));
        arguments.add(orEmpty(finding.value()));
        arguments.add(orEmpty(finding.suggestion()));
        arguments.addAll(finding.args());
        return format("FindingRule." + finding.rule(), locale, arguments.toArray());
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
