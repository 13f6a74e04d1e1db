package org.chengxin.demonstration;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** One account at the REST API, signed in by HTTP Basic as any other system would be. */
public final class RestAccount {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LOT_PATIENCE = Duration.ofMinutes(20);

    private final HttpClient client;
    private final URI base;
    private final String authorisation;

    /**
     * @param client shared by all accounts
     * @param base the server's address, ending in a slash
     * @param username the account
     * @param password its password
     */
    public RestAccount(HttpClient client, URI base, String username, String password) {
        this.client = client;
        this.base = base.resolve("api/v1/");
        this.authorisation = "Basic "
                + Base64.getEncoder().encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** @return the answer to a GET, for paths such as {@code submissions/2026-1}. */
    public JsonObject get(String path) throws IOException, InterruptedException {
        return send(request(path).GET().build());
    }

    /** @return the answer to a POST of JSON. */
    public JsonObject post(String path, JsonObject body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build());
    }

    /** @return the answer to a PUT of JSON. */
    public JsonObject put(String path, JsonObject body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body.toString()))
                .build());
    }

    /**
     * Submits a lot as CSV.
     *
     * @param item code of the catalogue item
     * @param idempotencyKey the same key gives the same lot, so that a start that was broken off can be repeated
     * @param csv the file
     * @return the submission
     */
    public JsonObject submit(String item, String idempotencyKey, String csv) throws IOException, InterruptedException {
        return submit(item, idempotencyKey, null, csv);
    }

    /**
     * Submits a lot as CSV.
     *
     * @param item code of the catalogue item
     * @param idempotencyKey the same key gives the same lot
     * @param historic document that approved a historic import; null for an ordinary lot
     * @param csv the file
     * @return the submission
     */
    public JsonObject submit(String item, String idempotencyKey, String historic, String csv)
            throws IOException, InterruptedException {
        String document = historic == null ? "" : "&historic=" + URLEncoder.encode(historic, StandardCharsets.UTF_8);
        return send(request("submissions?catalogueItem=" + item + document)
                .header("Content-Type", "text/csv;charset=UTF-8")
                .header("Idempotency-Key", idempotencyKey)
                .POST(BodyPublishers.ofString(csv))
                .build());
    }

    /**
     * Submits a lot as CSV in UTF-8 from a file, which is sent as it is read.
     *
     * @param item code of the catalogue item
     * @param idempotencyKey the same key gives the same lot
     * @param csv the file
     * @return the submission
     */
    public JsonObject submit(String item, String idempotencyKey, Path csv) throws IOException, InterruptedException {
        return send(request("submissions?catalogueItem=" + item)
                .timeout(LOT_PATIENCE)
                .header("Content-Type", "text/csv;charset=UTF-8")
                .header("Idempotency-Key", idempotencyKey)
                .POST(BodyPublishers.ofFile(csv))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(PATIENCE)
                .header("Accept", "application/json, application/problem+json")
                .header("Authorization", authorisation);
    }

    private JsonObject send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response =
                client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (response.statusCode() / 100 != 2) {
            throw new IOException(request.method() + " " + request.uri().getPath() + ": HTTP " + response.statusCode()
                    + " " + response.body());
        }
        if (response.body().isBlank()) {
            return Json.createObjectBuilder(Map.of()).build();
        }
        try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
            return reader.read() instanceof JsonObject object
                    ? object
                    : Json.createObjectBuilder()
                            .add("items", JsonArray.EMPTY_JSON_ARRAY)
                            .build();
        }
    }
}
