package org.chengxin.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An official at the console, signed in by its form. */
final class ConsoleClient {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
    private final URI console;

    /**
     * @param server ends in a slash
     */
    ConsoleClient(URI server) {
        this.console = server.resolve("console/");
    }

    void signIn(String name, String password) throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(page("sign-in.xhtml"));
        if (!token.find()) {
            throw new IOException("the sign-in page has no form");
        }
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(console.resolve("sign-in"))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("token=" + encoded(token.group(1)) + "&name="
                                + encoded(name) + "&password=" + encoded(password)))
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (answer.statusCode() / 100 != 3) {
            throw new IOException("sign-in: HTTP " + answer.statusCode());
        }
    }

    /**
     * @param address relative to the console
     * @throws IOException for any answer but a page, such as the way to the sign-in
     */
    String page(String address) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(console.resolve(address))
                        .timeout(PATIENCE)
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (answer.statusCode() != 200) {
            throw new IOException(address + ": HTTP " + answer.statusCode());
        }
        return answer.body();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
