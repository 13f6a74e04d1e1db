package org.chengxin.intake.control;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.chengxin.catalogue.definition.FieldDefinition;
import org.chengxin.catalogue.definition.ItemDefinition;

/** Findings and refusals in words: what was there, what is expected, how to mend it. */
public final class IntakeTexts {

    private static final String BUNDLE = "org.chengxin.intake.Messages";
    /** Without falling back to the locale of the machine: what is not English is Chinese. */
    private static final ResourceBundle.Control CHINESE_BY_DEFAULT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private IntakeTexts() {}

    /**
     * The text of a finding. Arguments of the patterns: 0 title of the field, 1 value, 2 suggestion, 3 and more the
     * finding's own.
     */
    public static String of(Finding finding, ItemDefinition item, Locale locale) {
        List<Object> args = new ArrayList<>();
        args.add(item.field(finding.field() == null ? "" : finding.field())
                .map(field -> title(field, locale))
                .orElse(""));
        args.add(finding.value() == null ? "" : finding.value());
        args.add(finding.suggestion() == null ? "" : finding.suggestion());
        args.addAll(finding.args());
        String text = format(finding.rule().messageKey(), args, locale);
        return finding.suggestion() == null
                ? text
                : text + format("Finding.suggestion", List.of(finding.suggestion()), locale);
    }

    /** The text of a refusal. */
    public static String of(UnreadableFile refusal, Locale locale) {
        return format(refusal.reason().messageKey(), new ArrayList<>(refusal.details()), locale);
    }

    /** The text of what is wrong with a mapping. */
    public static String of(HeaderMapping.Problem problem, Locale locale) {
        return format("HeaderMapping." + problem.fault().name(), List.of(problem.detail()), locale);
    }

    private static String title(FieldDefinition field, Locale locale) {
        return isEnglish(locale) ? field.titleEn() : field.title();
    }

    private static boolean isEnglish(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
    }

    private static String format(String key, List<?> args, Locale locale) {
        ResourceBundle bundle =
                ResourceBundle.getBundle(BUNDLE, isEnglish(locale) ? Locale.ENGLISH : Locale.ROOT, CHINESE_BY_DEFAULT);
        return new MessageFormat(bundle.getString(key), locale).format(args.toArray());
    }
}
