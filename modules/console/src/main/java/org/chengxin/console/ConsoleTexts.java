package org.chengxin.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import org.chengxin.intake.boundary.FindingView;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.webkit.Language;

/** The words of the pages in the language of this request, and a name for every code that the system uses. */
@Named("msg")
@RequestScoped
public class ConsoleTexts {

    @Inject
    Language language;

    /** The text of a key of this console. */
    public String t(String key) {
        return Words.text(key, locale());
    }

    /** The text of a key with one place filled. */
    public String f(String key, Object first) {
        return Words.format(key, locale(), first);
    }

    /** The text of a key with two places filled. */
    public String f2(String key, Object first, Object second) {
        return Words.format(key, locale(), first, second);
    }

    /** The text of a key with three places filled. */
    public String f3(String key, Object first, Object second, Object third) {
        return Words.format(key, locale(), first, second, third);
    }

    /**
     * The name of a value of one of the codes that the system uses, such as {@code Section} and {@code ALERT}.
     *
     * @return the value itself where no name is known, and nothing for nothing
     */
    public String name(String code, Object value) {
        return value == null ? "" : Words.find(code + "." + value, locale()).orElse(value.toString());
    }

    /**
     * The name of an element of a process.
     *
     * @param name as its model has it, in Chinese, for elements that no bundle names; null for none
     */
    public String element(String id, String name) {
        if (name == null) {
            return "";
        }
        return knows("Element." + id) ? name("Element", id) : knows("Step." + id) ? name("Step", id) : name;
    }

    /** Whether a text exists: an address may ask for a notice, but only for one that there is. */
    public boolean knows(String key) {
        return Words.find(key, locale()).isPresent();
    }

    /** What a refusal means, and what to do; the code where nobody has written that yet. */
    public String refusal(BusinessRefusal refusal) {
        return Words.refusal(refusal, locale());
    }

    /** A finding in words. */
    public String finding(FindingView finding) {
        return Words.finding(finding, locale());
    }

    /** The value of a detail of an event: codes by their names, days and everything else as they are. */
    public String detail(String key, String value) {
        return switch (key) {
            case "section" -> name("Section", value);
            case "scope" -> name("DisclosureScope", value);
            case "endsOn" -> value.isEmpty() ? t("record.noEnd") : value;
            default -> value;
        };
    }

    /** The Chinese or the English one of two names, by the language of this request. */
    public String either(String chinese, String english) {
        return language.choose(chinese, english);
    }

    public boolean isEnglish() {
        return language.isEnglish();
    }

    public Locale locale() {
        return language.getLocale();
    }
}
