package org.chengxin.notification.boundary;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.chengxin.notification.boundary.NoticeEvent.Detail;

/** Notices in words. */
public final class NoticeTexts {

    private static final String BUNDLE = "org.chengxin.notification.Messages";
    /** Without falling back to the locale of the machine: what is not English is Chinese. */
    private static final ResourceBundle.Control CHINESE_BY_DEFAULT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private NoticeTexts() {}

    /**
     * A notice in one line. Arguments of the patterns: 0 number, 1 item, 2 step, 3 day, 4 first day, 5 and 6 numbers, 7
     * who did it, 8 another person, 9 the cause; whom the reader stands in for, and the reason, follow
     * where there is one.
     */
    public static String of(NoticeKind kind, Map<Detail, String> details, Locale locale) {
        boolean english = isEnglish(locale);
        String text = text(
                kind.messageKey(),
                locale,
                word(details, Detail.NO),
                word(details, english && details.containsKey(Detail.ITEM_EN) ? Detail.ITEM_EN : Detail.ITEM),
                name("Step.", details.get(Detail.STEP), locale),
                word(details, Detail.DAY),
                word(details, Detail.FROM),
                word(details, Detail.COUNT),
                word(details, Detail.COUNT_MORE),
                word(details, Detail.BY),
                word(details, Detail.PERSON),
                name("Cause.", details.get(Detail.CAUSE), locale));
        String absent = word(details, Detail.INSTEAD_OF);
        if (!absent.isEmpty()) {
            text += text("insteadOf", locale, absent);
        }
        String reason = word(details, Detail.REASON);
        return reason.isEmpty() ? text : text + text("reason", locale, reason);
    }

    /** A text of this module with its places filled. */
    public static String text(String key, Locale locale, Object... arguments) {
        return new MessageFormat(bundle(locale).getString(key), locale).format(arguments);
    }

    private static String name(String group, String code, Locale locale) {
        if (code == null) {
            return "";
        }
        try {
            return bundle(locale).getString(group + code);
        } catch (MissingResourceException unnamed) {
            return code;
        }
    }

    /** On one line, whatever was typed. */
    private static String word(Map<Detail, String> details, Detail detail) {
        return details.getOrDefault(detail, "")
                .replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\s]+", " ")
                .strip();
    }

    private static boolean isEnglish(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                BUNDLE,
                isEnglish(locale) ? Locale.ENGLISH : Locale.ROOT,
                NoticeTexts.class.getClassLoader(),
                CHINESE_BY_DEFAULT);
    }
}
