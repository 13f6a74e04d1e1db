package org.chengxin.intake.control;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chengxin.catalogue.definition.CodeTableDefinition;
import org.chengxin.catalogue.definition.ItemDefinition;

/** The items of the demonstration, which intake is tested with since they are what it is shown with. */
final class DemonstrationCatalogue {

    static final Path FOLDER = Path.of("../demonstration/src/main/resources/catalogue");

    private DemonstrationCatalogue() {}

    static ItemDefinition item(String code) {
        return ItemDefinition.fromJson(text(FOLDER.resolve(code + ".json")));
    }

    static Map<String, CodeTableDefinition> tables() {
        return list(FOLDER.resolve("code-tables"))
                .map(DemonstrationCatalogue::object)
                .map(CodeTableDefinition::fromJson)
                .collect(Collectors.toMap(CodeTableDefinition::code, table -> table));
    }

    static Stream<Path> items() {
        return list(FOLDER)
                .filter(file ->
                        Character.isUpperCase(file.getFileName().toString().charAt(0)));
    }

    static Stream<Path> mappings() {
        return list(FOLDER.resolve("mappings"));
    }

    /** A shipped mapping file: item, supplier and the mapping. */
    static JsonObject mappingFile(String name) {
        return object(FOLDER.resolve("mappings").resolve(name + ".json"));
    }

    private static JsonObject object(Path file) {
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(file))) {
            return reader.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static HeaderMapping mapping(String name) {
        return HeaderMapping.fromJson(mappingFile(name).getJsonObject("mapping"));
    }

    private static Stream<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
