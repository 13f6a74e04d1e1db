package org.chengxin.forms;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the Camunda Forms schemas of this module. What the standard has no place for stands in a component's
 * {@code properties}: {@code labelEn}, {@code descriptionEn}, and {@code labelEn.VALUE} for an option.
 */
public final class FormSchemas {
    /** Only this form of hiding is understood: shown when another field has one value. */
    private static final Pattern HIDDEN_UNLESS = Pattern.compile("=\\s*(\\w+)\\s*!=\\s*\"([^\"]*)\"\\s*");

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*");
    private static final int LONGEST_TEXT = 4000;
    private static final Map<String, FormSchema> LOADED = new ConcurrentHashMap<>();

    private FormSchemas() {}

    /**
     * The form of this id.
     *
     * @throws IllegalArgumentException when there is no such form, or it uses what the pages cannot draw
     */
    public static FormSchema load(String id) {
        return LOADED.computeIfAbsent(id, FormSchemas::read);
    }

    private static FormSchema read(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("No form id: " + id);
        }
        try (InputStream in = FormSchemas.class.getResourceAsStream("/forms/" + id + ".form")) {
            if (in == null) {
                throw new IllegalArgumentException("No form " + id);
            }
            try (JsonReader reader = Json.createReader(in)) {
                return schema(reader.readObject());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Form " + id, unreadable);
        }
    }

    /** Turns a Camunda Forms document into the form it describes. */
    static FormSchema schema(JsonObject document) {
        List<FormField> fields = document.getJsonArray("components").getValuesAs(JsonObject.class).stream()
                .map(FormSchemas::field)
                .toList();
        return new FormSchema(document.getString("id"), fields);
    }

    private static FormField field(JsonObject component) {
        JsonObject validate = part(component, "validate");
        JsonObject properties = part(component, "properties");
        String label = component.getString("label");
        return new FormField(
                component.getString("key"),
                label,
                properties.getString("labelEn", label),
                component.getString("description", null),
                properties.getString("descriptionEn", component.getString("description", null)),
                FieldType.of(component.getString("type")),
                validate.getBoolean("required", false),
                condition(part(component, "conditional").getString("hide", null)),
                validate.getInt("maxLength", LONGEST_TEXT),
                options(component, properties));
    }

    private static List<FormOption> options(JsonObject component, JsonObject properties) {
        if (!component.containsKey("values")) {
            return List.of();
        }
        return component.getJsonArray("values").getValuesAs(JsonObject.class).stream()
                .map(option -> new FormOption(
                        option.getString("value"),
                        option.getString("label"),
                        properties.getString("labelEn." + option.getString("value"), option.getString("label"))))
                .toList();
    }

    private static RequiredWhen condition(String hide) {
        if (hide == null) {
            return null;
        }
        Matcher matcher = HIDDEN_UNLESS.matcher(hide);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("A form hides by a condition that is not understood here: " + hide);
        }
        return new RequiredWhen(matcher.group(1), matcher.group(2));
    }

    private static JsonObject part(JsonObject component, String name) {
        return component.containsKey(name) ? component.getJsonObject(name) : JsonObject.EMPTY_JSON_OBJECT;
    }
}
