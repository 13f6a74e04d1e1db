package org.chengxin.launcher.boundary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.chengxin.demonstration.DemonstrationLoader;
import org.chengxin.demonstration.ReferenceData;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.launcher.control.FirstAdministrator;
import org.chengxin.launcher.control.InstallationKind;
import org.chengxin.launcher.control.ServerFiles;
import org.chengxin.launcher.entity.LaunchFailure;
import org.chengxin.launcher.entity.LaunchSettings;
import org.chengxin.launcher.entity.LaunchSettings.OwnDatabase;
import org.chengxin.launcher.entity.Secrets;
import org.chengxin.launcher.entity.ServerSettings;
import org.chengxin.launcher.entity.Texts;

/**
 * Everything that {@code ./run} brings up, in its order: database, schema, reference data, server, demonstration.
 * {@link #close} takes down whatever of it is up, at any moment, in the opposite order.
 */
public final class Installation implements AutoCloseable {

    /** The node that {@code ./run} starts. */
    public static final String NODE = "node-1";

    private static final String DATABASE = "chengxin";
    private static final Duration READY_WITHIN = Duration.ofSeconds(240);
    private static final Duration ABANDON_AFTER = Duration.ofSeconds(60);
    private static final int PASSWORD_LENGTH = 12;
    private static final long PROGRESS_EVERY_SECONDS = 10;

    private final LaunchSettings settings;
    private final Secrets secrets;
    private final Consumer<String> say;
    private final Deque<AutoCloseable> up = new ArrayDeque<>();
    private final CountDownLatch startEnded = new CountDownLatch(1);
    private volatile Thread starter;
    private boolean closing;
    private LibertyServer server;

    /**
     * @param settings what the environment says
     * @param say takes one line for the person at the terminal
     */
    public Installation(LaunchSettings settings, Consumer<String> say) {
        this.settings = settings;
        this.secrets = Secrets.in(settings.dataHome());
        this.say = say;
    }

    /**
     * Brings everything up and returns when the demonstration city is there.
     *
     * @throws LaunchFailure when something of it does not come up; what did is still up, so close it
     */
    public void start() {
        starter = Thread.currentThread();
        try {
            bringUp();
        } finally {
            startEnded.countDown();
        }
    }

    private void bringUp() {
        if (settings.demonstration()) {
            settings.demonstrationPassword().ifPresent(chosen -> secrets.put(Secrets.DEMONSTRATION, chosen));
        }
        LibertyServer.stopLeftOver(settings.dataHome(), NODE);
        refuseTakenPort(settings.httpPort(), "CHENGXIN_HTTP_PORT");
        refuseTakenPort(settings.httpsPort(), "CHENGXIN_HTTPS_PORT");
        OwnDatabase database = settings.database().orElseGet(this::startPostgres);
        DatabaseSetup setup = new DatabaseSetup(database.jdbcUrl(), database.user(), database.password(), secrets);
        int applied = setup.run();
        if (applied > 0) {
            say.accept(Texts.text("start.migrated", applied));
        }
        try (Connection owner = setup.ownerConnection()) {
            InstallationKind.of(owner).hold(settings.demonstration());
            if (settings.demonstration()) {
                new ReferenceData(owner, demonstrationPassword()).write();
            } else if (new FirstAdministrator(owner).create(settings.administratorPassword())) {
                say.accept(Texts.text("start.administrator", FirstAdministrator.USERNAME));
            }
        } catch (SQLException e) {
            throw new LaunchFailure(Texts.text("database.failed", database.jdbcUrl(), e.getMessage()), e);
        }
        startServer(database.jdbcUrl());
        if (settings.demonstration()) {
            loadDemonstration(setup);
        }
    }

    /** @return the one password of all demonstration accounts; made when there was none. */
    public String demonstrationPassword() {
        return secrets.get(Secrets.DEMONSTRATION, PASSWORD_LENGTH);
    }

    /**
     * Waits for the server's end.
     *
     * @return its exit code
     */
    public int awaitEnd() throws InterruptedException {
        return server.awaitEnd();
    }

    /** Stops what is up, last first. Safe to call while {@link #start} is still at work and more than once. */
    @Override
    public void close() {
        closeWhatIsUp();
        if (starter != null && starter != Thread.currentThread()) {
            // whatever was coming up at this moment either fails now or is closed by its starter
            awaitStartEnded();
            closeWhatIsUp();
        }
    }

    private void awaitStartEnded() {
        try {
            startEnded.await(ABANDON_AFTER.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void closeWhatIsUp() {
        RuntimeException failure = null;
        AutoCloseable next;
        while ((next = nextToClose()) != null) {
            try {
                next.close();
            } catch (RuntimeException e) {
                failure = e;
            } catch (Exception e) {
                failure = new IllegalStateException(e);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private OwnDatabase startPostgres() {
        EmbeddedPostgres postgres = keep(EmbeddedPostgres.start(settings.dataHome(), OptionalInt.empty()));
        if (postgres.isElsewhere()) {
            say.accept(Texts.text("start.elsewhere", postgres.directory()));
        }
        say.accept(Texts.text("start.postgres", postgres.port(), postgres.directory()));
        postgres.createDatabaseIfMissing(DATABASE);
        return new OwnDatabase(postgres.jdbcUrl(DATABASE), EmbeddedPostgres.OWNER, postgres.ownerPassword());
    }

    private void startServer(String jdbcUrl) {
        ServerSettings forServer = new ServerSettings(
                settings.checkout(),
                settings.dataHome(),
                NODE,
                settings.httpPort(),
                settings.httpsPort(),
                jdbcUrl,
                settings.clockOffset(),
                settings.demonstration(),
                settings.heap(),
                Map.of(ServerFiles.LOG_FORMAT, settings.logFormat()));
        say.accept(Texts.text("start.server", forServer.logs()));
        server = keep(LibertyServer.start(forServer, secrets));
        long[] told = {0};
        server.awaitReady(READY_WITHIN, seconds -> {
            if (seconds >= told[0] + PROGRESS_EVERY_SECONDS) {
                told[0] = seconds;
                say.accept(Texts.text("start.waiting", seconds));
            }
        });
    }

    private void loadDemonstration(DatabaseSetup setup) {
        try (Connection owner = setup.ownerConnection()) {
            DemonstrationLoader loader = new DemonstrationLoader(
                    server.address(), demonstrationPassword(), owner, ApplicationClock.system(settings.clockOffset()));
            if (!loader.isLoaded()) {
                say.accept(Texts.text("start.demonstration"));
                loader.load(step -> say.accept("  " + step));
            }
        } catch (SQLException | IOException e) {
            if (!server.isAlive()) {
                throw new LaunchFailure(Texts.text("start.demonstration.failed", cause(e)), e);
            }
            // an emptier city is better than none, and what is missing comes at the next start
            say.accept(Texts.text("start.demonstration.failed", cause(e)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure(Texts.text("server.interrupted"), e);
        }
    }

    /** What went wrong in one line; not every exception has a message. */
    static String cause(Exception e) {
        return e.getMessage() == null || e.getMessage().isBlank()
                ? e.getClass().getSimpleName()
                : e.getMessage().strip();
    }

    private synchronized <T extends AutoCloseable> T keep(T started) {
        up.push(started);
        if (closing) {
            // closing began while this came up: nobody else will take it down
            closeWhatIsUp();
            throw new LaunchFailure(Texts.text("server.interrupted"));
        }
        return started;
    }

    private synchronized AutoCloseable nextToClose() {
        closing = true;
        return up.poll();
    }

    private static void refuseTakenPort(int port, String variable) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(port));
        } catch (BindException e) {
            throw new LaunchFailure(Texts.text("start.port", port, variable), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
