package org.chengxin.launcher.entity;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.util.Map;
import java.util.Optional;

/**
 * What the environment says about a run ({@code ./run --help} lists the variables).
 *
 * @param checkout top of the checkout
 * @param dataHome {@code CHENGXIN_DATA}, default {@code .data} in the checkout
 * @param httpPort {@code CHENGXIN_HTTP_PORT}, default 9080
 * @param httpsPort {@code CHENGXIN_HTTPS_PORT}, default 9443
 * @param database a PostgreSQL of one's own, or empty for the embedded one
 * @param clockOffset {@code CHENGXIN_CLOCK_OFFSET}, default {@code PT0S}
 * @param demonstrationPassword {@code CHENGXIN_DEMO_PASSWORD}, when set
 * @param demonstration {@code CHENGXIN_MODE}: true for {@code demonstration}, which is the default, false for
 *     {@code production}
 * @param administratorPassword {@code CHENGXIN_ADMIN_PASSWORD}, when set; for the first start in production
 * @param heap {@code CHENGXIN_HEAP}, the server's largest heap
 * @param logFormat {@code CHENGXIN_LOG_FORMAT}: {@code simple}, which is the default, or {@code json}
 */
public record LaunchSettings(
        Path checkout,
        Path dataHome,
        int httpPort,
        int httpsPort,
        Optional<OwnDatabase> database,
        String clockOffset,
        Optional<String> demonstrationPassword,
        boolean demonstration,
        Optional<String> administratorPassword,
        String heap,
        String logFormat) {

    private static final int SHORTEST_PASSWORD = 12;

    /**
     * A PostgreSQL that somebody else runs.
     *
     * @param jdbcUrl {@code CHENGXIN_DB_URL}, {@code jdbc:postgresql://host:port/name}
     * @param user {@code CHENGXIN_DB_USER}, owns the schemas, needs CREATEROLE
     * @param password {@code CHENGXIN_DB_PASSWORD}
     */
    public record OwnDatabase(String jdbcUrl, String user, String password) {}

    /**
     * @param checkout top of the checkout
     * @param environment the environment's variables
     * @return the settings
     * @throws LaunchFailure when a variable cannot be understood, with its name and an example
     */
    public static LaunchSettings of(Path checkout, Map<String, String> environment) {
        Path dataHome = value(environment, "CHENGXIN_DATA")
                .map(Path::of)
                .orElse(checkout.resolve(".data"))
                .toAbsolutePath()
                .normalize();
        return new LaunchSettings(
                checkout.toAbsolutePath().normalize(),
                dataHome,
                port(environment, "CHENGXIN_HTTP_PORT", 9080),
                port(environment, "CHENGXIN_HTTPS_PORT", 9443),
                ownDatabase(environment),
                offset(environment),
                value(environment, "CHENGXIN_DEMO_PASSWORD"),
                demonstration(environment),
                administratorPassword(environment),
                value(environment, "CHENGXIN_HEAP").orElse(ServerSettings.DEFAULT_HEAP),
                logFormat(environment));
    }

    /** @return the address of the server on this machine. */
    public String address() {
        return "http://127.0.0.1:" + httpPort + "/";
    }

    private static boolean demonstration(Map<String, String> environment) {
        String mode = value(environment, "CHENGXIN_MODE").orElse("demonstration");
        switch (mode) {
            case "demonstration" -> {
                return true;
            }
            case "production" -> {
                if (!"PT0S".equals(offset(environment))) {
                    throw new LaunchFailure(Texts.text("settings.offset.production"));
                }
                return false;
            }
            default -> throw new LaunchFailure(Texts.text("settings.mode", mode));
        }
    }

    private static String logFormat(Map<String, String> environment) {
        String format = value(environment, "CHENGXIN_LOG_FORMAT").orElse("simple");
        if (!format.equals("simple") && !format.equals("json")) {
            throw new LaunchFailure(Texts.text("settings.logformat", format));
        }
        return format;
    }

    private static Optional<String> administratorPassword(Map<String, String> environment) {
        Optional<String> password = value(environment, "CHENGXIN_ADMIN_PASSWORD");
        if (password.isPresent() && password.get().length() < SHORTEST_PASSWORD) {
            throw new LaunchFailure(Texts.text("settings.administrator", SHORTEST_PASSWORD));
        }
        return password;
    }

    private static Optional<OwnDatabase> ownDatabase(Map<String, String> environment) {
        Optional<String> url = value(environment, "CHENGXIN_DB_URL");
        if (url.isEmpty()) {
            return Optional.empty();
        }
        String given = url.get().startsWith("jdbc:") ? url.get() : "jdbc:" + url.get();
        String user = value(environment, "CHENGXIN_DB_USER").orElse("");
        if (!given.startsWith("jdbc:postgresql:") || user.isEmpty()) {
            throw new LaunchFailure(Texts.text("settings.database"));
        }
        return Optional.of(new OwnDatabase(
                given, user, value(environment, "CHENGXIN_DB_PASSWORD").orElse("")));
    }

    private static String offset(Map<String, String> environment) {
        String text = value(environment, "CHENGXIN_CLOCK_OFFSET").orElse("PT0S");
        int time = text.indexOf('T');
        try {
            // P1DT2H is a period and a duration in one
            if (time != 1) {
                Period.parse(time < 0 ? text : text.substring(0, time));
            }
            if (time >= 0) {
                Duration.parse("P" + text.substring(time));
            }
            return text;
        } catch (DateTimeException e) {
            throw new LaunchFailure(Texts.text("settings.offset", text), e);
        }
    }

    private static int port(Map<String, String> environment, String name, int usual) {
        String text = value(environment, name).orElse(Integer.toString(usual));
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port < 65536) {
                return port;
            }
            throw new LaunchFailure(Texts.text("settings.port", name, text));
        } catch (NumberFormatException e) {
            throw new LaunchFailure(Texts.text("settings.port", name, text), e);
        }
    }

    private static Optional<String> value(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
