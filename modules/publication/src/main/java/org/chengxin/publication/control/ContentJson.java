package org.chengxin.publication.control;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.chengxin.kernel.text.FlatJson;
import org.chengxin.publication.boundary.PublicRecord;

/**
 * The disclosed fields of a record as they stand in the projection: what the fields are, [{name, title, titleEn, type}],
 * is a form that many records share; a record holds its values in the form's order.
 */
final class ContentJson {

    /** Looked up once: the lookup costs more than reading a record. */
    static final JsonProvider JSON = JsonProvider.provider();

    private ContentJson() {}

    /** What the fields are, without their values. */
    static String form(List<PublicRecord.Field> fields) {
        FlatJson form = FlatJson.array();
        for (PublicRecord.Field field : fields) {
            form.add(FlatJson.object()
                    .add("name", field.name())
                    .add("title", field.title())
                    .add("titleEn", field.titleEn())
                    .add("type", field.type()));
        }
        return form.toString();
    }

    /** The key of a form: 64 bits of a digest, which a few thousand forms do not share. */
    static long key(String form) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(form.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The values: a text, or a text and its English. */
    static String values(List<PublicRecord.Field> fields) {
        FlatJson values = FlatJson.array();
        for (PublicRecord.Field field : fields) {
            if (field.valueEn() == null) {
                values.add(field.value());
            } else {
                values.add(FlatJson.array().add(field.value()).add(field.valueEn()));
            }
        }
        return values.toString();
    }

    static List<PublicRecord.Field> read(String form, String values) {
        List<PublicRecord.Field> fields = new ArrayList<>();
        JsonArray shown = array(values);
        int place = 0;
        for (JsonObject field : array(form).getValuesAs(JsonObject.class)) {
            JsonValue value = shown.get(place++);
            boolean both = value instanceof JsonArray;
            fields.add(new PublicRecord.Field(
                    field.getString("name"),
                    field.getString("title"),
                    field.getString("titleEn"),
                    both ? value.asJsonArray().getString(0) : ((JsonString) value).getString(),
                    both ? value.asJsonArray().getString(1) : null,
                    field.getString("type")));
        }
        return fields;
    }

    private static JsonArray array(String json) {
        try (JsonReader reader = JSON.createReader(new StringReader(json))) {
            return reader.readArray();
        }
    }
}
