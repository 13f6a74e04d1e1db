package org.chengxin.system.browser;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NoSuchElementException;
import org.chengxin.demonstration.RestAccount;
import org.chengxin.system.SystemServer;

/**
 * The server that the browser visits: the one of these tests, or any that runs already, named by the system properties
 * {@code chengxin.browser.address} and {@code chengxin.browser.password}.
 *
 * @param address ends with a slash
 * @param password of all accounts
 */
record Installation(URI address, String password) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    static Installation open() throws Exception {
        String address = System.getProperty("chengxin.browser.address");
        if (address != null) {
            return new Installation(URI.create(address), System.getProperty("chengxin.browser.password"));
        }
        SystemServer server = SystemServer.shared();
        return new Installation(server.address(), server.password());
    }

    /** An address of the portal or, with {@code console/} before it, of the console. */
    String at(String path) {
        return address.resolve(path).toString();
    }

    RestAccount account(String username) {
        return new RestAccount(CLIENT, address, username, password);
    }

    /** The open tasks of a step that an account sees. */
    List<JsonObject> tasks(String username, String step) throws IOException, InterruptedException {
        return account(username).get("tasks?state=open&limit=200").getJsonArray("items").stream()
                .map(JsonValue::asJsonObject)
                .filter(task -> step.equals(task.getString("step", "")))
                .toList();
    }

    /** The newest lot of an account in a state. */
    JsonObject lot(String username, String state) throws IOException, InterruptedException {
        return account(username).get("submissions?limit=200").getJsonArray("items").stream()
                .map(JsonValue::asJsonObject)
                .filter(lot -> state.equals(lot.getString("state")))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no lot " + state + " of " + username));
    }

    /** Enterprises that the portal shows, with their present codes. */
    List<JsonObject> enterprises() throws IOException, InterruptedException {
        String query = URLEncoder.encode("苏州", StandardCharsets.UTF_8);
        return account("clerk.env").get("public/subjects?q=" + query).getJsonArray("items").stream()
                .map(JsonValue::asJsonObject)
                .filter(subject -> !subject.getString("code", "").isEmpty())
                .toList();
    }
}
