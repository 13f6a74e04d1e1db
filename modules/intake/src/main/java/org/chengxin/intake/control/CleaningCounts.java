package org.chengxin.intake.control;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many cells of a lot each named cleaning rule changed (F14), and how many words of which field no code table knew
 * ({@code CODE_UNKNOWN:field}). Counted chunk by chunk and kept with the lot as JSON, such as
 * {@code {"DATE_CONVERTED":12}}.
 */
public final class CleaningCounts {

    private final Map<String, Long> counts = new TreeMap<>();

    /**
     * What was counted so far.
     *
     * @param json as {@link #toJson()} gives it; null or empty text for nothing
     */
    public static CleaningCounts fromJson(String json) {
        CleaningCounts read = new CleaningCounts();
        if (json != null && !json.isEmpty()) {
            try (JsonReader reader = Json.createReader(new StringReader(json))) {
                JsonObject object = reader.readObject();
                object.keySet()
                        .forEach(rule ->
                                read.counts.put(rule, object.getJsonNumber(rule).longValue()));
            }
        }
        return read;
    }

    /** Adds what was cleaned in a row, whatever came of the row. */
    public CleaningCounts add(CheckedRow row) {
        row.cleaned().forEach((rule, cells) -> counts.merge(rule, cells.longValue(), Long::sum));
        return this;
    }

    /** Rule → number of cells, by the rule's name. */
    public Map<String, Long> counts() {
        return Collections.unmodifiableMap(counts);
    }

    public String toJson() {
        JsonObjectBuilder json = Json.createObjectBuilder();
        counts.forEach(json::add);
        return json.build().toString();
    }
}
