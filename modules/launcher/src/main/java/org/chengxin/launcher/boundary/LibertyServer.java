package org.chengxin.launcher.boundary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.chengxin.launcher.control.LeftProcess;
import org.chengxin.launcher.control.ServerConsole;
import org.chengxin.launcher.control.ServerFiles;
import org.chengxin.launcher.entity.LaunchFailure;
import org.chengxin.launcher.entity.Secrets;
import org.chengxin.launcher.entity.ServerSettings;
import org.chengxin.launcher.entity.Texts;

/**
 * One Open Liberty with the application, as a child process in a session of its own: Ctrl-C at the terminal reaches
 * the launcher, which then stops things in their order. Passwords reach the server by its environment only.
 */
public final class LibertyServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long POLL_MILLIS = 500;

    private final ServerSettings settings;
    private final Process process;
    private final ServerConsole console;
    private final Path pidFile;

    private LibertyServer(ServerSettings settings, Process process, ServerConsole console, Path pidFile) {
        this.settings = settings;
        this.process = process;
        this.console = console;
        this.pidFile = pidFile;
    }

    /**
     * Starts the process; it is not ready yet, see {@link #awaitReady}. A server of the same node that a killed
     * launcher left behind is stopped first.
     *
     * @param settings what the server needs to know
     * @param secrets where the passwords of the database roles and of the key store are
     * @return the starting server
     * @throws LaunchFailure when the build is incomplete
     */
    public static LibertyServer start(ServerSettings settings, Secrets secrets) {
        stopLeftOver(settings.dataHome(), settings.node());
        ServerFiles.write(settings);
        ServerConsole console = ServerConsole.fresh(settings.logs());
        ProcessBuilder builder = new ProcessBuilder(
                        "setsid", "sh", settings.liberty().resolve("bin/server").toString(), "run", ServerFiles.SERVER)
                .directory(settings.home().toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(console.file().toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("WLP_USER_DIR", settings.home().resolve("usr").toString());
        builder.environment().put("LOG_DIR", settings.logs().toString());
        builder.environment().put("CHENGXIN_APP_DB_PASSWORD", secrets.get(Secrets.APPLICATION));
        builder.environment().put("CHENGXIN_PORTAL_DB_PASSWORD", secrets.get(Secrets.PORTAL));
        builder.environment().put("CHENGXIN_KEYSTORE_PASSWORD", secrets.get(Secrets.KEY_STORE));
        // the owner's password is none of the server's business, nor are settings meant for other JVMs
        for (String foreign : List.of(
                "CHENGXIN_DB_PASSWORD",
                "CHENGXIN_DEMO_PASSWORD",
                "CHENGXIN_ADMIN_PASSWORD",
                "WLP_OUTPUT_DIR",
                "JVM_ARGS")) {
            builder.environment().remove(foreign);
        }
        try {
            Process process = builder.start();
            Path pidFile = pidFile(settings.dataHome(), settings.node());
            LeftProcess.remember(pidFile, process.toHandle());
            return new LibertyServer(settings, process, console, pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Waits until {@code GET /health/ready} answers 200.
     *
     * @param timeout how long to wait
     * @param progress told the seconds waited so far, about twice a second
     * @throws LaunchFailure when the server ends before, says that the application cannot start, or is not ready in
     *     time; with the last errors it logged
     */
    public void awaitReady(Duration timeout, LongConsumer progress) {
        long start = System.nanoTime();
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        HttpRequest request = HttpRequest.newBuilder(address().resolve("/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        while (!answers(client, request)) {
            long waited = System.nanoTime() - start;
            if (waited > timeout.toNanos()) {
                throw new LaunchFailure(
                        Texts.text("server.slow", timeout.toSeconds(), console.lastErrors(), settings.logs()));
            }
            if (console.tellsOfFailedStart()) {
                throw new LaunchFailure(Texts.text("server.failed", console.lastErrors(), settings.logs()));
            }
            progress.accept(TimeUnit.NANOSECONDS.toSeconds(waited));
            if (endsWithin(POLL_MILLIS)) {
                throw new LaunchFailure(
                        Texts.text("server.ended", process.exitValue(), console.lastErrors(), settings.logs()));
            }
        }
    }

    /** @return the address on this machine, such as {@code http://127.0.0.1:9080/}. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + settings.httpPort() + "/");
    }

    /** @return what the server was started with. */
    public ServerSettings settings() {
        return settings;
    }

    /** @return whether the process lives. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** @return the exit code, when the process has ended by itself or otherwise. */
    public int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    /** Ends the process without any farewell, as a failing machine would; for tests of take-over. */
    public void kill() {
        process.destroyForcibly();
        LeftProcess.awaitEnd(process.toHandle(), PATIENCE);
        LeftProcess.forget(pidFile);
    }

    /** Stops the server: requests and jobs under way are finished. Kills it when that takes more than 90 seconds. */
    @Override
    public void close() {
        LeftProcess.end(process.toHandle(), PATIENCE);
        LeftProcess.forget(pidFile);
    }

    /**
     * Stops a server of this node that a launcher left behind.
     *
     * @return whether there was one
     */
    public static boolean stopLeftOver(Path dataHome, String node) {
        Path pidFile = pidFile(dataHome, node);
        Optional<ProcessHandle> left = LeftProcess.find(pidFile);
        left.ifPresent(process -> LeftProcess.end(process, PATIENCE));
        LeftProcess.forget(pidFile);
        return left.isPresent();
    }

    private static Path pidFile(Path dataHome, String node) {
        return dataHome.resolve("liberty").resolve(node).resolve("server.pid");
    }

    private boolean endsWithin(long millis) {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure(Texts.text("server.interrupted"), e);
        }
    }

    private static boolean answers(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            // nobody listens yet
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure(Texts.text("server.interrupted"), e);
        }
    }
}
