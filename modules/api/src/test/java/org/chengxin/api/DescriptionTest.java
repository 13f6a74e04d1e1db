package org.chengxin.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.openapi.api.SmallRyeOpenAPI;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jboss.jandex.Indexer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The interface as docs/openapi.json describes it to those who build against it, and as it is. */
class DescriptionTest {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private static String described;

    @BeforeAll
    static void describe() throws IOException {
        Indexer classes = new Indexer();
        try (Stream<Path> files = Files.walk(Path.of("target/classes"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    classes.index(in);
                }
            }
        }
        described = SmallRyeOpenAPI.builder()
                .withIndex(classes.complete())
                .enableStandardFilter(false)
                .enableStandardStaticFiles(false)
                .enableModelReader(false)
                .addFilter(new InterfaceDescription())
                .build()
                .toJSON();
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    @Test
    void theDocumentSaysWhatThereIs() throws IOException {
        Path document = Path.of(System.getProperty("chengxin.checkout"), "docs", "openapi.json");
        Path present = Path.of("target", "openapi.json").toAbsolutePath();
        Files.writeString(present, described.strip() + "\n");
        assertThat(json(Files.readString(document)))
                .as("the interface was changed; if that was meant, copy " + present + " to docs/openapi.json")
                .isEqualTo(json(described));
    }

    @Test
    void everyOperationHasANameATitleAndAProblemForWhateverFails() {
        Set<String> names = new HashSet<>();
        operations((address, operation) -> {
            assertThat(names.add(operation.getString("operationId")))
                    .as(address)
                    .isTrue();
            assertThat(operation.getString("summary")).as(address).isNotBlank();
            assertThat(operation.getJsonArray("tags")).as(address).hasSize(1);
            JsonObject responses = operation.getJsonObject("responses");
            assertThat(responses).as(address).containsKey("default");
            responses.forEach((status, response) -> {
                if (!status.startsWith("2") && !status.equals("304")) {
                    assertThat(response.asJsonObject().getString("$ref", ""))
                            .as(address + " " + status)
                            .isEqualTo("#/components/responses/Problem");
                }
            });
            if (operation.containsKey("requestBody")) {
                assertThat(operation.getJsonObject("requestBody").getBoolean("required"))
                        .as(address)
                        .isTrue();
            }
        });
    }

    @Test
    void everythingButThePublicPartNeedsASignIn() {
        operations((address, operation) ->
                assertThat(operation.containsKey("security")).as(address).isEqualTo(!address.contains("/v1/public/")));
    }

    @Test
    void everySchemaHasANameOfItsOwn() {
        JsonObject schemas = json(described).getJsonObject("components").getJsonObject("schemas");
        assertThat(schemas.keySet()).allMatch(name -> name.matches("[A-Z][A-Za-z]+"));
        assertThat(schemas.keySet()).noneMatch(name -> name.endsWith("Json"));
        for (String list : List.of("SubmissionList", "FindingList", "TaskList", "RecordHistory", "PublicRecordList")) {
            assertThat(schemas.getJsonObject(list).getJsonObject("properties").keySet())
                    .as(list)
                    .containsExactlyInAnyOrder("items", "nextCursor");
        }
    }

    private static void operations(BiConsumer<String, JsonObject> check) {
        json(described).getJsonObject("paths").forEach((path, item) -> item.asJsonObject()
                .forEach((method, operation) -> {
                    if (METHODS.contains(method)) {
                        check.accept(method + " " + path, operation.asJsonObject());
                    }
                }));
    }
}
