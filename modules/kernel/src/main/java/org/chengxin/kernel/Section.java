package org.chengxin.kernel;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chengxin.kernel.text.TextCleaning;

/** The part of a subject's file a record stands in (the classification of 北京市政府令第106号: 身份, 良好, 提示, 警示). */
public enum Section {
    /** 身份信息, with licences. */
    IDENTITY,
    /** 良好信息. */
    GOOD,
    /** 预警信息 (elsewhere 提示). */
    WARNING,
    /** 警示信息. */
    ALERT,
    /** Everything that is in the archive and in none of the four sections shown. */
    OTHER;

    private static final Map<String, Section> WORDS = Map.ofEntries(
            Map.entry("身份", IDENTITY),
            Map.entry("身份信息", IDENTITY),
            Map.entry("良好", GOOD),
            Map.entry("良好信息", GOOD),
            Map.entry("预警", WARNING),
            Map.entry("预警信息", WARNING),
            Map.entry("提示", WARNING),
            Map.entry("提示信息", WARNING),
            Map.entry("警示", ALERT),
            Map.entry("警示信息", ALERT),
            Map.entry("其他", OTHER),
            Map.entry("其他信息", OTHER));

    /** The word used in addresses: identity, good, warning, alert or other. */
    public String pathName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a path name in any case or the Chinese word; empty for blank and unknown text. */
    public static Optional<Section> parse(String text) {
        String word = TextCleaning.token(text);
        for (Section section : values()) {
            if (section.name().equals(word)) {
                return Optional.of(section);
            }
        }
        return Optional.ofNullable(WORDS.get(word));
    }

    /** The key of this section's name in the bundle {@code org.chengxin.kernel.Messages}. */
    public String messageKey() {
        return "Section." + name();
    }
}
