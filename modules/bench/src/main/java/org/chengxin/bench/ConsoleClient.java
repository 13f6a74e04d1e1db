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
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An official at the console, signed in by its form. */
final class ConsoleClient {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\"(?: id=\"[^\"]*\")? value=\"([^\"]*)\"");

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

    /**
     * A form of a page, as the page drew it.
     *
     * @param address of the page
     * @param fields hidden ones and their values in turn
     */
    record Form(String address, List<String> fields) {}

    /** @throws IOException also where the page has no such form */
    Form form(String address, String id) throws IOException, InterruptedException {
        String page = page(address);
        int begin = page.indexOf("<form id=\"" + id + "\"");
        if (begin < 0) {
            throw new IOException(address + " has no form " + id);
        }
        List<String> fields = new ArrayList<>(List.of(id, id));
        Matcher field = HIDDEN.matcher(page).region(begin, page.indexOf("</form>", begin));
        while (field.find()) {
            fields.addAll(List.of(field.group(1), field.group(2)));
        }
        return new Form(address, fields);
    }

    /**
     * Sends a form.
     *
     * @param filledIn names and values in turn, that of the button among them
     * @return where the console leads to
     * @throws IOException where the page comes again
     */
    String send(Form form, String... filledIn) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(form.fields());
        all.addAll(List.of(filledIn));
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < all.size(); i += 2) {
            body.append(i == 0 ? "" : "&")
                    .append(encoded(all.get(i)))
                    .append('=')
                    .append(encoded(all.get(i + 1)));
        }
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(console.resolve(form.address()))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new IOException(form.address() + ": HTTP " + answer.statusCode()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
