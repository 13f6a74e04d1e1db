package org.chengxin.system;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/** Somebody who calls the REST interface, signed in or anonymous. */
public final class Caller {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final HttpClient client;
    private final URI api;
    private final String authorization;

    private Caller(HttpClient client, URI server, String authorization) {
        this.client = client;
        this.api = server.resolve("api/v1/");
        this.authorization = authorization;
    }

    public static Caller anonymous(URI server) {
        return new Caller(CLIENT, server, null);
    }

    public static Caller as(URI server, String username, String password) {
        return as(CLIENT, server, username, password);
    }

    /** Somebody with a client of their own, such as one that trusts a certificate. */
    public static Caller as(HttpClient client, URI server, String username, String password) {
        return new Caller(
                client,
                server,
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8)));
    }

    /** What came back. */
    public record Answer(int status, String body, HttpResponse<String> response) {

        public JsonObject json() {
            try (JsonReader reader = Json.createReader(new StringReader(body))) {
                return reader.readObject();
            }
        }

        /** The entries of a list. */
        public List<JsonObject> items() {
            return json().getJsonArray("items").getValuesAs(JsonObject.class);
        }

        /** The stable code of a problem. */
        public String code() {
            return json().getString("code");
        }
    }

    public Answer get(String path) throws Exception {
        return send(request(path).GET());
    }

    public Answer post(String path, String json) throws Exception {
        return post(path, "application/json", json.getBytes(StandardCharsets.UTF_8), null);
    }

    public Answer put(String path, String json) throws Exception {
        return send(request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Puts what has not changed since this tag. */
    public Answer put(String path, String json, String ifMatch) throws Exception {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("If-Match", ifMatch)
                .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Sends a lot of CSV. */
    public Answer submit(String item, String query, String csv, String key) throws Exception {
        return post("submissions?catalogueItem=" + item + query, "text/csv", csv.getBytes(StandardCharsets.UTF_8), key);
    }

    public Answer post(String path, String mediaType, byte[] body, String idempotencyKey) throws Exception {
        HttpRequest.Builder request =
                request(path).header("Content-Type", mediaType).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        return send(request);
    }

    /**
     * Any call at all.
     *
     * @param body null for none
     * @param headers names and values in turn; the last of a name counts
     */
    public Answer call(String method, String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = request(path)
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(api.resolve(path))
                .timeout(Duration.ofSeconds(120))
                .header("Accept", "application/json, application/problem+json");
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return request;
    }

    private Answer send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body(), response);
    }

    /** Waits until a lot is in one of these states, and returns it. */
    public JsonObject awaitLot(String no, Duration atMost, String... states) throws Exception {
        JsonObject[] lot = new JsonObject[1];
        Await.until("lot " + no + " in " + String.join("/", states), atMost, () -> {
            Answer answer = get("submissions/" + no);
            if (answer.status() != 200) {
                return false;
            }
            lot[0] = answer.json();
            return List.of(states).contains(lot[0].getString("state"));
        });
        return lot[0];
    }

    /**
     * The rows of a lot.
     *
     * @param query such as {@code ?outcome=REJECTED}; empty for all
     */
    public List<JsonObject> rows(String no, String query) throws Exception {
        return get("submissions/" + no + "/rows" + query).items();
    }

    /** Decides on rows of a lot for the supplier; what became of them. */
    public List<JsonObject> settle(String no, String body) throws Exception {
        Answer answer = post("submissions/" + no + "/rows/decisions", body);
        if (answer.status() != 200) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
        return answer.items();
    }

    /** The id of the open task of a lot or record. */
    public String taskOf(String businessKey) throws Exception {
        return get("tasks?state=open&q=" + businessKey).items().get(0).getString("id");
    }
}
