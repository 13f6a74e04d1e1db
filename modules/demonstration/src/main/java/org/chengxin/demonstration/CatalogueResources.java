package org.chengxin.demonstration;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The catalogue of the demonstration: one JSON file per item and one with the code tables. */
public final class CatalogueResources {

    private CatalogueResources() {}

    /**
     * @param code code of an item, such as {@code REG-BASIC}
     * @return its definition
     */
    public static Optional<JsonObject> item(String code) {
        return read("/catalogue/" + code + ".json").map(JsonStructure::asJsonObject);
    }

    /** @return the code tables. */
    public static List<JsonObject> codeTables() {
        return read("/catalogue/code-tables.json")
                .map(tables -> tables.asJsonArray().getValuesAs(JsonObject.class))
                .orElse(List.of());
    }

    /** @return a structure from the class path. */
    static Optional<JsonStructure> read(String resource) {
        try (InputStream in = CatalogueResources.class.getResourceAsStream(resource)) {
            if (in == null) {
                return Optional.empty();
            }
            try (JsonReader reader = Json.createReader(in)) {
                return Optional.of(reader.read());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
