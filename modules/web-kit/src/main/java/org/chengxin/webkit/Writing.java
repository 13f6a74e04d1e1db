package org.chengxin.webkit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.List;

/** How things are written on this page: {@code #{write.date(record.endsOn)}}. */
@Named("write")
@RequestScoped
public class Writing {

    @Inject
    Language language;

    /** 2026年11月23日. */
    public String date(LocalDate date) {
        return notation().date(date);
    }

    /** 2026年11月23日 周一, for deadlines. */
    public String dateWithWeekday(LocalDate date) {
        return notation().dateWithWeekday(date);
    }

    /** A value by the name of its field's type. */
    public String value(String type, String value) {
        return notation().value(type, value);
    }

    public String number(long number) {
        return notation().number(BigDecimal.valueOf(number));
    }

    /** The groups of a code; shown apart and copied without blanks. */
    public List<String> groups(String code) {
        return Notation.groups(code);
    }

    /** A name cut at what was searched for. */
    public List<Part> marked(String name, String query) {
        return Notation.marked(name, query);
    }

    /** The text of a key with its placeholder filled. */
    public String text(String key, Object first) {
        return filled(key, first);
    }

    /** The text of a key with its two placeholders filled. */
    public String text(String key, Object first, Object second) {
        return filled(key, first, second);
    }

    /** The text of a key with its three placeholders filled. */
    public String text(String key, Object first, Object second, Object third) {
        return filled(key, first, second, third);
    }

    private String filled(String key, Object... arguments) {
        return new MessageFormat(language.text(key), language.getLocale()).format(arguments);
    }

    private Notation notation() {
        return new Notation(language.getLocale());
    }
}
