package org.chengxin.api.view;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.chengxin.intake.boundary.FindingView;

/** The words of a finding, from intake's own bundle, so that console and interface say the same. */
final class FindingMessage {

    private static final String BUNDLE = "org.chengxin.intake.Messages";

    private FindingMessage() {}

    /**
     * The sentence of a rule. Its arguments are the field's title, the value, the suggestion, then the rule's own.
     *
     * @return the rule's code where the bundle does not know the rule, so that nothing is lost
     */
    static String of(FindingView finding, Locale locale) {
        List<Object> args = new ArrayList<>();
        args.add(orEmpty(finding.field()));
        args.add(orEmpty(finding.value()));
        args.add(orEmpty(finding.suggestion()));
        args.addAll(finding.args());
        try {
            String pattern = bundle(locale).getString("FindingRule." + finding.rule());
            return new MessageFormat(pattern, locale).format(args.toArray());
        } catch (MissingResourceException unknownRule) {
            return finding.rule();
        }
    }

    private static ResourceBundle bundle(Locale locale) {
        // the bundle lies beside intake's classes, which a web archive sees through its parent only
        return ResourceBundle.getBundle(
                BUNDLE,
                Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? Locale.ENGLISH : Locale.ROOT,
                FindingView.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
