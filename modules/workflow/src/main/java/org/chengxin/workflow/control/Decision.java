package org.chengxin.workflow.control;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import org.chengxin.kernel.Actor;

/**
 * What a person decided on a task.
 *
 * @param fields the form's fields by key
 */
public record Decision(Actor actor, String outcome, String reason, Map<String, String> fields) {

    /** The JSON under which the fields are kept. */
    public static String json(Map<String, String> fields) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        fields.forEach(json::add);
        return json.build().toString();
    }

    static Map<String, String> fields(String json) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (json != null) {
            try (JsonReader reader = Json.createReader(new StringReader(json))) {
                JsonObject object = reader.readObject();
                object.keySet().forEach(key -> fields.put(key, object.getString(key)));
            }
        }
        return fields;
    }
}
