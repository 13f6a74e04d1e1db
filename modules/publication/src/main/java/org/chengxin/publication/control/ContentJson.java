package org.chengxin.publication.control;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.List;
import org.chengxin.publication.boundary.PublicRecord;

/** The disclosed fields of a record as they stand in the projection: [{name, title, titleEn, value, valueEn, type}]. */
final class ContentJson {

    /** Looked up once: the lookup costs more than reading a record. */
    static final JsonProvider JSON = JsonProvider.provider();

    private ContentJson() {}

    static String write(List<PublicRecord.Field> fields) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        for (PublicRecord.Field field : fields) {
            JsonObjectBuilder object = JSON.createObjectBuilder()
                    .add("name", field.name())
                    .add("title", field.title())
                    .add("titleEn", field.titleEn())
                    .add("value", field.value());
            if (field.valueEn() != null) {
                object.add("valueEn", field.valueEn());
            }
            array.add(object.add("type", field.type()));
        }
        return array.build().toString();
    }

    static List<PublicRecord.Field> read(String json) {
        try (JsonReader reader = JSON.createReader(new StringReader(json))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(field -> new PublicRecord.Field(
                            field.getString("name"),
                            field.getString("title"),
                            field.getString("titleEn"),
                            field.getString("value"),
                            field.getString("valueEn", null),
                            field.getString("type")))
                    .toList();
        }
    }
}
