package org.chengxin.demonstration;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonStructure;
import java.io.IOException;
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
 * A column mapping that the demonstration's departments have confirmed, for the layout of a file that departments
 * really send: {@code catalogue/mappings/*.json}.
 *
 * @param item code of the item
 * @param supplier code of the department
 * @param mapping header, columns, ignored columns and fixed values, as the API takes them
 */
record ShippedMapping(String item, String supplier, JsonObject mapping) {

    private static final String FOLDER = "/catalogue/mappings";

    /** @return all that ship, by file name. */
    static List<ShippedMapping> all() {
        URL folder = ShippedMapping.class.getResource(FOLDER);
        if (folder == null) {
            return List.of();
        }
        try {
            URI address = folder.toURI();
            if (!address.getScheme().equals("jar")) {
                return in(Path.of(address));
            }
            try (FileSystem jar = FileSystems.newFileSystem(address, Map.of())) {
                return in(jar.getPath(FOLDER));
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ShippedMapping> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .sorted()
                    .map(ShippedMapping::read)
                    .toList();
        }
    }

    private static ShippedMapping read(String name) {
        JsonObject json = CatalogueResources.read(FOLDER + "/" + name)
                .map(JsonStructure::asJsonObject)
                .orElseThrow();
        JsonObjectBuilder mapping = Json.createObjectBuilder();
        for (String part : List.of("header", "columns", "ignored", "fixed")) {
            if (json.containsKey(part)) {
                mapping.add(part, json.get(part));
            }
        }
        return new ShippedMapping(json.getString("item"), json.getString("supplier"), mapping.build());
    }
}
