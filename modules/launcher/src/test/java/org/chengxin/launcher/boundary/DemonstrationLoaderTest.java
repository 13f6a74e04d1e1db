package org.chengxin.launcher.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.chengxin.demonstration.DemonstrationLoader;
import org.chengxin.launcher.control.PostgresBinaries;
import org.chengxin.launcher.control.PostgresPlace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the loader remembers, in a real database, before a server that takes everything but one department's lots. */
class DemonstrationLoaderTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-07-01T02:00:00Z"), ZoneId.of("Asia/Shanghai"));

    private final ConcurrentLinkedQueue<String> taken = new ConcurrentLinkedQueue<>();
    private volatile String refusedItem = "COURT-EXEC";
    private Path dataHome;
    private EmbeddedPostgres postgres;
    private DatabaseSetup setup;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        dataHome = Files.createTempDirectory("chengxin-loader-test");
        Files.setPosixFilePermissions(dataHome, PosixFilePermissions.fromString("rwx--x--x"));
        postgres = EmbeddedPostgres.start(dataHome, OptionalInt.empty());
        postgres.createDatabaseIfMissing("chengxin");
        setup = new DatabaseSetup(
                postgres.jdbcUrl("chengxin"), EmbeddedPostgres.OWNER, postgres.ownerPassword(), postgres.secrets());
        setup.run();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.stop(0);
        postgres.close();
        PostgresBinaries.removeTree(dataHome);
        PostgresBinaries.removeTree(PostgresPlace.outsideOf(dataHome));
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        boolean refused = query.contains("catalogueItem=" + refusedItem);
        boolean lot = exchange.getRequestMethod().equals("POST") && path.endsWith("/submissions");
        if (lot && !refused) {
            taken.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
        }
        // a lot that shall be returned is in review until somebody decides; the task is there at once
        String returned = "demonstration-licences-returned-env";
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        String body =
                switch (exchange.getRequestMethod()) {
                    case "POST" -> "{\"no\":\"" + (returned.equals(key) ? "R" : "L") + "\"}";
                    case "GET" -> "{\"state\":\"" + (path.endsWith("/R") ? "RETURNED" : "DONE") + "\",\"counts\":{}}";
                    default -> "{}";
                };
        byte[] bytes = (refused ? "{\"code\":\"NOT_SUPPLIER\"}" : body).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(refused ? 403 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    void aLotThatFailsIsNamedAndStopsNoOtherAndIsTheOnlyOneSentAgain() throws Exception {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        List<String> said = new ArrayList<>();
        try (Connection owner = setup.ownerConnection()) {
            DemonstrationLoader loader = new DemonstrationLoader(address, "secret", owner, CLOCK);
            assertThatThrownBy(() -> loader.load(said::add))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("court COURT-EXEC")
                    .hasMessageContaining("NOT_SUPPLIER")
                    .hasMessageNotContaining("tax ");
            assertThat(loader.isLoaded()).isFalse();
            assertThat(taken)
                    .contains("demonstration-registration", "demonstration-grades", "demonstration-loans")
                    .doesNotContain("demonstration-cases")
                    .doesNotHaveDuplicates();
            assertThat(said).anyMatch(line -> line.startsWith("water · UTIL-WATER"));

            taken.clear();
            refusedItem = "nothing";
            DemonstrationLoader next = new DemonstrationLoader(address, "secret", owner, CLOCK);
            next.load(said::add);
            assertThat(taken).containsOnly("demonstration-cases", "demonstration-cases-waiting");
            assertThat(next.isLoaded()).isTrue();
        }
    }
}
