package org.chengxin.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

/** A browser as far as the server can tell: asks for compressed pages and reads them to the last byte. */
final class PortalClient {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newFixedThreadPool(2, work -> {
                Thread thread = new Thread(work, "http");
                thread.setDaemon(true);
                return thread;
            }))
            .build();
    private final URI server;

    /**
     * @param server ends in a slash
     */
    PortalClient(URI server) {
        this.server = server;
    }

    /**
     * @param address relative to the server, without a slash at its beginning
     * @throws IllegalStateException for any answer but 200
     */
    HttpResponse<byte[]> get(String address) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = client.send(
                HttpRequest.newBuilder(server.resolve(address))
                        .header("Accept-Encoding", "gzip")
                        .timeout(PATIENCE)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.statusCode() + " for " + address);
        }
        return response;
    }

    /** @return the page as it was before it was compressed. */
    static String text(HttpResponse<byte[]> response) throws IOException {
        if (response.headers().firstValue("Content-Encoding").isEmpty()) {
            return new String(response.body(), StandardCharsets.UTF_8);
        }
        try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** @return the address of the search for this text. */
    static String search(String text) {
        return "search?q=" + encoded(text);
    }

    /** @return the same of the public interface. */
    static String interfaceSearch(String text) {
        return "api/v1/public/subjects?limit=20&q=" + encoded(text);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
