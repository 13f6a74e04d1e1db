package org.chengxin.launcher.boundary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.chengxin.launcher.control.LeftProcess;
import org.chengxin.launcher.control.LogFollower;
import org.chengxin.launcher.control.PostgresBinaries;
import org.chengxin.launcher.control.PostgresCluster;
import org.chengxin.launcher.control.PostgresPlace;
import org.chengxin.launcher.control.RunState;
import org.chengxin.launcher.control.RunState.Phase;
import org.chengxin.launcher.control.RunState.Run;
import org.chengxin.launcher.control.Welcome;
import org.chengxin.launcher.entity.LaunchFailure;
import org.chengxin.launcher.entity.LaunchSettings;
import org.chengxin.launcher.entity.Texts;

/** The commands of {@code ./run} for one data directory. Each returns the exit code of the program. */
public final class RunCommands {

    /** Everything went as asked. */
    public static final int OK = 0;
    /** Something failed, and was said. */
    public static final int FAILED = 1;
    /** Nothing runs, as {@code --status} reports it. */
    public static final int NOT_RUNNING = 3;

    private static final Duration STOP_WITHIN = Duration.ofSeconds(200);
    private static final long POLL_MILLIS = 300;

    private final LaunchSettings settings;
    private final Consumer<String> say;
    private final RunState state;

    /**
     * @param settings what the environment says
     * @param say takes one line for the person at the terminal
     */
    public RunCommands(LaunchSettings settings, Consumer<String> say) {
        this.settings = settings;
        this.say = say;
        this.state = RunState.in(settings.dataHome());
    }

    /** Starts everything and stays until it is told to end (TERM or Ctrl-C) or the server ends by itself. */
    public int start() throws InterruptedException {
        try (FileChannel lockFile = lockOrNull()) {
            if (lockFile == null) {
                return alreadyRunning();
            }
            state.tell(Phase.STARTING, settings.address());
            Installation installation = new Installation(settings, say);
            Thread stopper = new Thread(() -> stopOnSignal(installation), "stop");
            Runtime.getRuntime().addShutdownHook(stopper);
            try {
                installation.start();
                state.tell(Phase.READY, settings.address());
                (settings.demonstration()
                                ? new Welcome(settings, installation.demonstrationPassword())
                                : Welcome.withoutAccounts(settings))
                        .lines()
                        .forEach(say);
                int code = installation.awaitEnd();
                if (!endedBySignal(stopper)) {
                    say.accept(
                            Texts.text("start.ended", code, settings.dataHome().resolve("logs")));
                }
            } catch (LaunchFailure e) {
                if (!endedBySignal(stopper)) {
                    say.accept(e.getMessage());
                }
            }
            if (endedBySignal(stopper)) {
                // the hook is taking things down and will end this process
                Thread.currentThread().join();
            }
            installation.close();
            state.clear();
            return FAILED;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts everything in a process of its own and returns when it is ready. */
    public int startDetached() throws IOException, InterruptedException {
        if (state.current().isPresent()) {
            return alreadyRunning();
        }
        Path log = settings.dataHome().resolve("logs/launcher.log");
        Files.createDirectories(log.getParent());
        List<String> words = new ArrayList<>(List.of(
                "setsid", Path.of(System.getProperty("java.home"), "bin/java").toString()));
        words.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.chengxin.launcher.Launcher", "start"));
        Files.deleteIfExists(log);
        // it tells the demonstration's password
        Files.createFile(log, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Process child = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(log.toFile())
                .start();
        LogFollower follower = new LogFollower(log, say);
        while (true) {
            boolean ended = child.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
            // the phase is looked at before the log, which then holds all that was said until it
            boolean ready = isReady(child.pid());
            follower.follow();
            if (ended) {
                return child.exitValue() == OK ? FAILED : child.exitValue();
            }
            if (ready && follower.saw(Welcome.lastLine())) {
                return OK;
            }
        }
    }

    /** Stops what runs, and what a killed launcher left running. */
    public int stop() {
        Optional<Run> run = state.current();
        run.ifPresent(found -> {
            if (!LeftProcess.end(found.process(), STOP_WITHIN)) {
                say.accept(Texts.text("stop.killed"));
            }
        });
        boolean leftOver = stopLeftOver();
        state.clear();
        say.accept(Texts.text(run.isPresent() || leftOver ? "stop.done" : "stop.nothing"));
        return OK;
    }

    /** Says what runs. */
    public int status() {
        Optional<Run> run = state.current();
        if (run.isEmpty()) {
            say.accept(Texts.text("status.stopped", settings.dataHome()));
            return NOT_RUNNING;
        }
        say.accept(Texts.text(
                "status." + run.get().phase().name().toLowerCase(Locale.ROOT),
                run.get().address(),
                run.get().process().pid(),
                settings.dataHome()));
        return run.get().phase() == Phase.READY ? OK : NOT_RUNNING;
    }

    /**
     * Removes all data that {@code ./run} made: database, passwords, server directory, logs. A PostgreSQL of one's own
     * is not touched.
     */
    public int reset() throws IOException {
        if (state.current().isPresent()) {
            say.accept(Texts.text("reset.running"));
            return FAILED;
        }
        stopLeftOver();
        // only what the launcher itself makes: CHENGXIN_DATA may be a directory with other things in it
        for (String own : List.of("postgres", "liberty", "logs")) {
            PostgresBinaries.removeTree(settings.dataHome().resolve(own));
        }
        PostgresBinaries.removeTree(PostgresPlace.outsideOf(settings.dataHome()));
        Files.deleteIfExists(settings.dataHome().resolve("secrets.properties"));
        Files.deleteIfExists(settings.dataHome().resolve("run.lock"));
        state.clear();
        say.accept(Texts.text("reset.done", settings.dataHome()));
        settings.database().ifPresent(own -> say.accept(Texts.text("reset.own", own.jdbcUrl())));
        return OK;
    }

    /**
     * Copies the embedded database and its passwords while everything runs.
     *
     * @param target a directory that does not exist yet
     */
    public int backup(Path target) {
        if (settings.database().isPresent()) {
            say.accept(Texts.text("backup.own", settings.database().get().jdbcUrl()));
            return FAILED;
        }
        Path made = target.toAbsolutePath().normalize();
        EmbeddedBackup.take(settings.dataHome(), made);
        say.accept(Texts.text("backup.done", made));
        return OK;
    }

    private int alreadyRunning() {
        Optional<Run> run = state.current();
        say.accept(Texts.text("start.running", run.map(Run::address).orElse(settings.address())));
        return run.filter(found -> found.phase() == Phase.READY).isPresent() ? OK : FAILED;
    }

    private boolean isReady(long pid) {
        return state.current()
                .filter(run -> run.process().pid() == pid && run.phase() == Phase.READY)
                .isPresent();
    }

    private boolean stopLeftOver() {
        boolean found = LibertyServer.stopLeftOver(settings.dataHome(), Installation.NODE);
        if (PostgresPlace.exists(settings.dataHome())) {
            found |= PostgresCluster.in(PostgresPlace.of(settings.dataHome())).stopLeftOver();
        }
        return found;
    }

    private void stopOnSignal(Installation installation) {
        if (state.current().isEmpty()) {
            return;
        }
        say.accept(Texts.text("stop.stopping"));
        state.tell(Phase.STOPPING, settings.address());
        int exit = OK;
        try {
            installation.close();
            say.accept(Texts.text("stop.done"));
        } catch (RuntimeException e) {
            say.accept(String.valueOf(e.getMessage()));
            exit = FAILED;
        }
        state.clear();
        // asked to stop and stopped: that is success, where the JVM would report the signal
        Runtime.getRuntime().halt(exit);
    }

    private static boolean endedBySignal(Thread stopper) {
        return stopper.getState() != Thread.State.NEW;
    }

    private FileChannel lockOrNull() throws IOException {
        Files.createDirectories(settings.dataHome());
        FileChannel channel = FileChannel.open(
                settings.dataHome().resolve("run.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            return null;
        }
        return channel;
    }
}
