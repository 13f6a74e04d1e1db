package org.chengxin.system.fault;

import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** The console without a browser: forms are read, filled in and sent. */
public final class ConsoleForms {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\"(?: id=\"[^\"]*\")? value=\"([^\"]*)\"");

    private final URI console;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client;

    /** @param address of the server, encrypted or not */
    public ConsoleForms(URI address) throws GeneralSecurityException {
        console = address.resolve("/console/");
        client = builder().cookieHandler(cookies).build();
    }

    /** A client for a server whose certificate nobody has signed. */
    static HttpClient.Builder builder() throws GeneralSecurityException {
        SSLContext trusting = SSLContext.getInstance("TLS");
        trusting.init(null, new TrustManager[] {new Trusting()}, null);
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).sslContext(trusting);
    }

    List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    HttpResponse<String> get(String page) throws Exception {
        return client.send(request(page).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Where the sign-in form leads: to a page of the console, or (null) to itself. */
    public String signIn(String username, String password) throws Exception {
        Map<String, String> fields = hidden(get("sign-in.xhtml").body());
        fields.put("name", username);
        fields.put("password", password);
        return location(post("sign-in", fields));
    }

    /** Where a page's form leads when it is sent with these fields; null when the page comes again. */
    public String send(String page, String form, String button, Map<String, String> filledIn) throws Exception {
        String drawn = get(page).body();
        int begin = drawn.indexOf("id=\"" + form + "\"");
        if (begin < 0) {
            throw new AssertionError(page + " has no form " + form + ": " + drawn);
        }
        Map<String, String> fields = hidden(drawn.substring(begin));
        filledIn.forEach((name, value) -> fields.put(form + ":" + name, value));
        fields.put(form, form);
        fields.put(form + ":" + button, "1");
        HttpResponse<String> answer = post(page, fields);
        if (location(answer) == null) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return location(answer);
    }

    private static Map<String, String> hidden(String page) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher field = HIDDEN.matcher(page);
        while (field.find()) {
            fields.putIfAbsent(field.group(1), field.group(2));
        }
        return fields;
    }

    private HttpResponse<String> post(String page, Map<String, String> fields) throws Exception {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return client.send(
                request(page)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String page) {
        return HttpRequest.newBuilder(console.resolve(page)).timeout(Duration.ofSeconds(60));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse(null);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The server's certificate is its own work; that it is the right server is not what is tested. */
    private static final class Trusting extends X509ExtendedTrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
