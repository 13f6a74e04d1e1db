package org.chengxin.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.chengxin.system.SystemServer;
import org.junit.jupiter.api.Test;

/** The server tells of its interface what docs/openapi.json tells. */
class DescriptionIT {

    @Test
    void theServerDescribesTheInterfaceAsTheDocumentDoes() throws Exception {
        SystemServer system = SystemServer.shared();
        URI address = system.address().resolve("openapi?format=JSON");
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpResponse<String> served = client.send(
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(60)).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(served.statusCode()).isEqualTo(200);
        String document = Files.readString(system.bed().checkout().resolve(Path.of("docs", "openapi.json")));
        assertThat(json(served.body())).isEqualTo(json(document));
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
