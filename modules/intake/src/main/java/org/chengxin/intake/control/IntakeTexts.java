package org.chengxin.intake.control;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.chengxin.catalogue.definition.FieldDefinition;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.kernel.text.CleaningRule;

/** Findings and refusals in words: what was there, what is expected, how to mend it. */
public final class IntakeTexts {

    private static final String BUNDLE = "org.chengxin.intake.Messages";
    private static final String KERNEL_BUNDLE = "org.chengxin.kernel.Messages";
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

    /**
     * The name of what was counted while a lot was cleaned.
     *
     * @param rule a key of {@link CleaningCounts#counts()}
     */
    public static String ofCleaning(String rule, ItemDefinition item, Locale locale) {
        if (rule.startsWith(Clean.CODE_UNKNOWN)) {
            String name = rule.substring(Clean.CODE_UNKNOWN.length());
            String title = item.field(name).map(field -> title(field, locale)).orElse(name);
            return format("CleaningRule.CODE_UNKNOWN", List.of(title), locale);
        }
        for (CleaningRule known : CleaningRule.values()) {
            if (known.name().equals(rule)) {
                return bundle(KERNEL_BUNDLE, locale).getString(known.messageKey());
            }
        }
        return format("CleaningRule." + rule, List.of(), locale);
    }

    private static String title(FieldDefinition field, Locale locale) {
        return isEnglish(locale) ? field.titleEn() : field.title();
    }

    private static boolean isEnglish(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
    }

    private static String format(String key, List<?> args, Locale locale) {
        return new MessageFormat(bundle(BUNDLE, locale).getString(key), locale).format(args.toArray());
    }

    private static ResourceBundle bundle(String name, Locale locale) {
        return ResourceBundle.getBundle(name, isEnglish(locale) ? Locale.ENGLISH : Locale.ROOT, CHINESE_BY_DEFAULT);
    }
}
