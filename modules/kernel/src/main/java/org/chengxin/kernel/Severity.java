package org.chengxin.kernel;

import java.util.Map;
import java.util.Optional;
import org.chengxin.kernel.text.TextCleaning;

/**
 * How severe the supplier says a conduct is. 轻微, 一般 and 严重 are the classes of 国办发〔2025〕22号; 较重 comes from the
 * 2017 form of Suzhou (失信严重程度). From lightest to heaviest, so that severities compare.
 */
public enum Severity {
    MINOR("轻微", ""),
    ORDINARY("一般", "1"),
    GRAVE("较重", "2"),
    SERIOUS("严重", "3");

    private static final Map<String, Severity> WORDS =
            Map.of("轻微失信", MINOR, "一般失信", ORDINARY, "较重失信", GRAVE, "严重失信", SERIOUS, "特别严重", SERIOUS);

    private final String title;
    private final String code;

    Severity(String title, String code) {
        this.title = title;
        this.code = code;
    }

    /** The Chinese word, as it stands in suppliers' files and in public records. */
    public String title() {
        return title;
    }

    /** The code of the 2017 form; empty text for {@link #MINOR}, which that form does not know. */
    public String code() {
        return code;
    }

    /**
     * Reads the Chinese word, the constant's name or the 2017 code (1, 2, 3).
     *
     * @return empty for null, blank, 0, 未定 and everything unknown: what was not stated is for a person to decide
     */
    public static Optional<Severity> parse(String text) {
        String word = TextCleaning.token(text);
        if (word.isEmpty()) {
            return Optional.empty();
        }
        for (Severity severity : values()) {
            if (severity.title.equals(word)
                    || severity.code.equals(word)
                    || severity.name().equals(word)) {
                return Optional.of(severity);
            }
        }
        return Optional.ofNullable(WORDS.get(word));
    }

    /** The key of this severity's name in the bundle {@code org.chengxin.kernel.Messages}. */
    public String messageKey() {
        return "Severity." + name();
    }
}
