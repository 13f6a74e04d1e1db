package org.chengxin.demonstration;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The catalogue of the demonstration: one JSON file per item in {@code /catalogue}, one per code table in
 * {@code /catalogue/code-tables}, and confirmed column mappings in {@code /catalogue/mappings}.
 */
public final class CatalogueResources {

    private static final String FOLDER = "/catalogue";

    private CatalogueResources() {}

    /** @return the definitions of all items, by file name. */
    public static List<JsonObject> items() {
        return all(FOLDER);
    }

    /**
     * @param code code of an item, such as {@code REG-BASIC}
     * @return its definition
     * @throws IllegalArgumentException when there is no such item
     */
    public static JsonObject item(String code) {
        return read(FOLDER + "/" + code + ".json").asJsonObject();
    }

    /** @return the code tables, by file name; a standard may come after what is converted into it. */
    public static List<JsonObject> codeTables() {
        return all(FOLDER + "/code-tables");
    }

    /** @return the mappings, by file name. */
    public static List<JsonObject> mappings() {
        return all(FOLDER + "/mappings");
    }

    private static List<JsonObject> all(String folder) {
        return names(folder).stream()
                .map(name -> read(folder + "/" + name).asJsonObject())
                .toList();
    }

    private static JsonStructure read(String resource) {
        try (InputStream in = CatalogueResources.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + resource);
            }
            try (JsonReader reader = Json.createReader(in)) {
                return reader.read();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(String folder) {
        URL url = CatalogueResources.class.getResource(folder);
        if (url == null) {
            throw new IllegalArgumentException("no resource " + folder);
        }
        try {
            URI address = url.toURI();
            if (!address.getScheme().equals("jar")) {
                return namesIn(Path.of(address));
            }
            try (FileSystem jar = FileSystems.newFileSystem(address, Map.of())) {
                return namesIn(jar.getPath(folder));
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    // called by a code, or a mapping; what an older build left beside them is neither
                    .filter(name -> name.endsWith(".json") && !name.equals("code-tables.json"))
                    .sorted()
                    .toList();
        }
    }
}
