package org.chengxin.catalogue.definition;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What is wrong with a definition, in words. */
public final class DefinitionTexts {

    private static final String BUNDLE = "org.chengxin.catalogue.Messages";
    /** Without falling back to the locale of the machine: what is not English is Chinese. */
    private static final ResourceBundle.Control CHINESE_BY_DEFAULT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private DefinitionTexts() {}

    /** The text of a fault, in English for an English locale and in Chinese for every other. */
    public static String of(DefinitionFault fault, Locale locale) {
        boolean english = Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
        ResourceBundle bundle = ResourceBundle.getBundle(
                BUNDLE,
                english ? Locale.ENGLISH : Locale.ROOT,
                DefinitionTexts.class.getClassLoader(),
                CHINESE_BY_DEFAULT);
        return new MessageFormat(
                        bundle.getString("DefinitionFault." + fault.kind().name()), locale)
                .format(new Object[] {fault.detail(), fault.pointer()});
    }
}
