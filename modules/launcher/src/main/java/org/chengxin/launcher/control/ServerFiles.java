package org.chengxin.launcher.control;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.chengxin.launcher.entity.LaunchFailure;
import org.chengxin.launcher.entity.ServerSettings;
import org.chengxin.launcher.entity.Texts;

/**
 * The server's directory, written anew at each start from {@code liberty-config} and the settings, so that nothing in
 * it can be out of date. Secrets are not among these files.
 */
public final class ServerFiles {

    /** The server's name for Liberty. */
    public static final String SERVER = "chengxin";
    /** The variable that says how {@code messages.log} is written: {@code simple} or {@code json}. */
    public static final String LOG_FORMAT = "chengxin.log.format";

    private static final String LOCAL = "local.xml";

    private ServerFiles() {}

    /**
     * @param settings what the server needs to know
     * @return the server's configuration directory, complete
     * @throws LaunchFailure when the build is incomplete
     */
    public static Path write(ServerSettings settings) {
        for (Path needed :
                List.of(settings.liberty().resolve("bin/server"), settings.application(), settings.configuration())) {
            if (!Files.exists(needed)) {
                throw new LaunchFailure(Texts.text("server.unbuilt", needed));
            }
        }
        Path server = settings.home().resolve("usr/servers").resolve(SERVER);
        try {
            Files.createDirectories(server);
            Files.createDirectories(settings.logs());
            removeWhatIsNoLongerConfigured(settings.configuration(), server);
            copyTree(settings.configuration(), server);
            copyOwnSettings(settings.dataHome().resolve(LOCAL), server.resolve(LOCAL));
            copyDriver(settings.driver(), server.resolve("lib"));
            writeVariables(settings, server.resolve("bootstrap.properties"));
            Files.write(
                    server.resolve("jvm.options"),
                    List.of(
                            "-Xmx" + settings.heap(),
                            "-Xshare:auto",
                            "-Djava.awt.headless=true",
                            "-Dfile.encoding=UTF-8",
                            // what dies for want of memory must not go on half alive
                            "-XX:+ExitOnOutOfMemoryError"));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeVariables(ServerSettings settings, Path file) throws IOException {
        Map<String, String> variables = new TreeMap<>(settings.further());
        variables.put("chengxin.ear", settings.application().toAbsolutePath().toString());
        variables.put("chengxin.db.url", settings.jdbcUrl());
        variables.put("chengxin.http.port", Integer.toString(settings.httpPort()));
        variables.put("chengxin.https.port", Integer.toString(settings.httpsPort()));
        variables.put("chengxin.node", settings.node());
        variables.put("chengxin.clock.offset", settings.clockOffset());
        variables.put("chengxin.demonstration", Boolean.toString(settings.demonstration()));
        variables.put("chengxin.data", settings.dataHome().toAbsolutePath().toString());
        // in earnest nothing goes over the network in clear, unless local.xml says otherwise
        variables.putIfAbsent("chengxin.http.host", settings.demonstration() ? "*" : "127.0.0.1");
        variables.putIfAbsent("chengxin.cookie.secure", Boolean.toString(!settings.demonstration()));
        if (variables.containsKey(LOG_FORMAT)) {
            // said here too, since the first lines are written before the server has read its configuration
            variables.put("com.ibm.ws.logging.message.format", variables.get(LOG_FORMAT));
        }
        Properties properties = new Properties();
        properties.putAll(variables);
        // to a stream, which escapes what is not Latin: a path may well be Chinese, and Liberty reads it as Latin-1
        try (OutputStream out = Files.newOutputStream(file)) {
            properties.store(out, "written by the launcher at each start");
        }
    }

    /** A place's own settings may lie beside its data, where a new version of the project does not touch them. */
    private static void copyOwnSettings(Path own, Path target) throws IOException {
        if (Files.exists(own)) {
            Files.copy(own, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** A local.xml that its owner took back must not go on working from the copy of an earlier start. */
    private static void removeWhatIsNoLongerConfigured(Path from, Path server) throws IOException {
        try (Stream<Path> earlier = Files.list(server)) {
            for (Path copy : earlier.filter(path -> path.toString().endsWith(".xml"))
                    .filter(path -> !Files.exists(from.resolve(path.getFileName())))
                    .toList()) {
                Files.delete(copy);
            }
        }
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path source : all.toList()) {
                Path target = to.resolve(from.relativize(source).toString());
                if (Files.isDirectory(source)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static void copyDriver(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> old = Files.list(to)) {
            for (Path jar : old.toList()) {
                Files.delete(jar);
            }
        }
        try (Stream<Path> jars = Files.list(from)) {
            for (Path jar : jars.toList()) {
                Files.copy(jar, to.resolve(jar.getFileName()));
            }
        }
    }
}
