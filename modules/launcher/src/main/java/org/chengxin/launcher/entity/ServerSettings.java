package org.chengxin.launcher.entity;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one server needs to know. Several servers with different nodes and ports may work on one database.
 *
 * @param checkout top of the checkout, built: the server's programs, the application and its configuration are found
 *     from there
 * @param dataHome the data directory
 * @param node name of this server among those of one database; also names its directory and logs
 * @param httpPort HTTP port
 * @param httpsPort HTTPS port
 * @param jdbcUrl the database, without user and password
 * @param clockOffset ISO 8601 period or duration by which the application's clock runs ahead; {@code PT0S} for none
 * @param demonstration whether the demonstration configuration is on
 * @param heap the JVM's largest heap, as {@code -Xmx} takes it
 * @param further more variables for {@code server.xml}, by name
 */
public record ServerSettings(
        Path checkout,
        Path dataHome,
        String node,
        int httpPort,
        int httpsPort,
        String jdbcUrl,
        String clockOffset,
        boolean demonstration,
        String heap,
        Map<String, String> further) {

    /** Largest heap unless told otherwise. */
    public static final String DEFAULT_HEAP = "1200m";

    /** Copies the map. */
    public ServerSettings {
        further = Map.copyOf(further);
    }

    /** @return settings for a demonstration server with the usual heap and a clock that is right. */
    public static ServerSettings demonstration(
            Path checkout, Path dataHome, String node, int httpPort, int httpsPort, String jdbcUrl) {
        return new ServerSettings(
                checkout, dataHome, node, httpPort, httpsPort, jdbcUrl, "PT0S", true, DEFAULT_HEAP, Map.of());
    }

    /** @return the same with one more variable for {@code server.xml}, for tests with their own limits. */
    public ServerSettings with(String variable, String value) {
        Map<String, String> more = new LinkedHashMap<>(further);
        more.put(variable, value);
        return new ServerSettings(
                checkout, dataHome, node, httpPort, httpsPort, jdbcUrl, clockOffset, demonstration, heap, more);
    }

    /** @return where Open Liberty was unpacked by the build. */
    public Path liberty() {
        return checkout.resolve("ear/target/liberty/wlp");
    }

    /** @return the built application. */
    public Path application() {
        return checkout.resolve("ear/target/chengxin.ear");
    }

    /** @return directory of the PostgreSQL driver. */
    public Path driver() {
        return checkout.resolve("ear/target/driver");
    }

    /** @return the configuration that ships with the project. */
    public Path configuration() {
        return checkout.resolve("liberty-config");
    }

    /** @return the server's user directory. */
    public Path home() {
        return dataHome.resolve("liberty").resolve(node);
    }

    /** @return the server's log directory. */
    public Path logs() {
        return dataHome.resolve("logs").resolve(node);
    }
}
