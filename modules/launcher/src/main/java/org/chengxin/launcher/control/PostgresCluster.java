package org.chengxin.launcher.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.chengxin.launcher.control.Command.Outcome;
import org.chengxin.launcher.entity.LaunchFailure;
import org.chengxin.launcher.entity.Texts;

/** One database cluster on disk and PostgreSQL's own programs working on it. */
public final class PostgresCluster {

    private static final Duration SHORT = Duration.ofSeconds(90);
    private static final Duration CHILDREN = Duration.ofSeconds(20);
    private static final long LARGE_LOG = 10L * 1024 * 1024;
    private static final int LOG_LINES = 8;
    private static final int ATTEMPTS = 15;
    /** Of postmaster.pid, counted from 0: process, directory, start, port. */
    private static final int PORT_LINE = 3;

    private final PostgresPlace place;
    private final Path programs;

    private PostgresCluster(PostgresPlace place, Path programs) {
        this.place = place;
        this.programs = programs;
    }

    /** @return the cluster of a place, its programs unpacked. */
    public static PostgresCluster in(PostgresPlace place) {
        return new PostgresCluster(place, PostgresBinaries.unpackedIn(place).resolve("bin"));
    }

    /** Makes the cluster unless it is there; one that an interrupted attempt left half made is made anew. */
    public void initialiseIfMissing(String superuser, String password) {
        if (Files.exists(place.data().resolve("PG_VERSION")) && !Files.exists(unfinished())) {
            return;
        }
        try {
            mark(unfinished());
            PostgresBinaries.removeTree(place.data());
            Path passwordFile = passwordFile(password);
            try {
                Outcome made = run(List.of(
                        program("initdb"),
                        "-D",
                        place.data().toString(),
                        "-U",
                        superuser,
                        "--pwfile=" + passwordFile,
                        "-E",
                        "UTF8",
                        "--locale=C.UTF-8",
                        "--auth=scram-sha-256",
                        "--data-checksums"));
                if (!made.succeeded()) {
                    throw new LaunchFailure(
                            Texts.text("postgres.initdb", made.output().strip()));
                }
            } finally {
                Files.deleteIfExists(passwordFile);
            }
            Files.delete(unfinished());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts the server and returns when it takes connections.
     *
     * @param port port on 127.0.0.1
     */
    public void start(int port) {
        PostgresSettings.write(place.data(), port, place.account());
        rotateLog();
        for (int attempt = 1; !started(); attempt++) {
            // children of a killed server whom we could not see hold its memory for a moment longer
            if (attempt == ATTEMPTS || !lastOfLog().contains("pre-existing shared memory block")) {
                throw new LaunchFailure(Texts.text("postgres.start", port, place.log(), lastOfLog()));
            }
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        }
    }

    private boolean started() {
        return run(List.of(
                        program("pg_ctl"),
                        "start",
                        "-D",
                        place.data().toString(),
                        "-l",
                        place.log().toString(),
                        "-w",
                        "-t",
                        "80"))
                .succeeded();
    }

    /** Stops the server: clients are disconnected, a checkpoint is written. */
    public void stop() {
        Outcome stopped =
                run(List.of(program("pg_ctl"), "stop", "-D", place.data().toString(), "-m", "fast", "-w", "-t", "80"));
        if (!stopped.succeeded() && postmaster().isPresent()) {
            throw new LaunchFailure(Texts.text("postgres.stop", stopped.output().strip()));
        }
    }

    /** Kills the server process; its children notice and end by themselves. */
    public void kill() {
        postmaster().ifPresent(process -> {
            process.destroyForcibly();
            LeftProcess.awaitEnd(process, CHILDREN);
        });
        awaitChildren();
    }

    /**
     * Clears what a killed launcher or a power cut left: a server that still runs is stopped; children of one that was
     * killed are waited for; a process id that now belongs to some other program is forgotten. (A process id that
     * belongs to nobody needs no care, PostgreSQL sees that itself.)
     *
     * @return whether a server was still running
     */
    public boolean stopLeftOver() {
        Path pidFile = place.data().resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return false;
        }
        if (postmaster().isPresent()) {
            stop();
            return true;
        }
        awaitChildren();
        try {
            // taken by another program, or by the killed server itself while nobody has collected it
            boolean pidIsTaken = recordedPid().flatMap(ProcessHandle::of).isPresent();
            if (pidIsTaken && working().isEmpty()) {
                Files.deleteIfExists(pidFile);
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the port of the server when it runs. */
    public Optional<Integer> runningOnPort() {
        return postmaster().flatMap(running -> recorded(PORT_LINE)).map(Long::intValue);
    }

    private Optional<ProcessHandle> postmaster() {
        return recordedPid()
                .filter(pid -> worksHere(Path.of("/proc", Long.toString(pid))))
                .flatMap(ProcessHandle::of)
                .filter(LeftProcess::isAlive);
    }

    private Optional<Long> recordedPid() {
        return recorded(0);
    }

    private Optional<Long> recorded(int line) {
        try {
            Path pidFile = place.data().resolve("postmaster.pid");
            List<String> lines = Files.exists(pidFile) ? Files.readAllLines(pidFile) : List.of();
            return lines.size() <= line
                    ? Optional.empty()
                    : Optional.of(Long.valueOf(lines.get(line).strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Every PostgreSQL process has the cluster's directory as its working directory. In a container root may lack the
     * right to see that of another account: there the server is known by its command line, which names the directory,
     * and an orphan of any PostgreSQL counts as one of ours, since that costs no more than waiting for it.
     */
    private boolean worksHere(Path process) {
        try {
            return Files.readSymbolicLink(process.resolve("cwd"))
                    .equals(place.data().toRealPath());
        } catch (AccessDeniedException e) {
            String command = commandLine(process);
            return command.contains(place.data().toString()) || command.startsWith("postgres:") && isOrphan(process);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isOrphan(Path process) {
        return ProcessHandle.of(Long.parseLong(process.getFileName().toString()))
                .flatMap(ProcessHandle::parent)
                .filter(parent -> parent.pid() != 1)
                .isEmpty();
    }

    private static String commandLine(Path process) {
        try {
            return new String(Files.readAllBytes(process.resolve("cmdline")), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private List<ProcessHandle> working() {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(process -> process.getFileName().toString().chars().allMatch(Character::isDigit))
                    .filter(this::worksHere)
                    .map(process -> ProcessHandle.of(
                            Long.parseLong(process.getFileName().toString())))
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // When one of them does not end, PostgreSQL itself refuses to start and says that the old memory is in use.
    private void awaitChildren() {
        working().forEach(process -> LeftProcess.awaitEnd(process, CHILDREN));
    }

    private void rotateLog() {
        try {
            if (Files.exists(place.log()) && Files.size(place.log()) > LARGE_LOG) {
                Files.move(
                        place.log(),
                        place.log().resolveSibling("postgresql.old.log"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String lastOfLog() {
        try {
            List<String> lines = Files.exists(place.log()) ? Files.readAllLines(place.log()) : List.of();
            return String.join(
                    System.lineSeparator(), lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private Path passwordFile(String password) throws IOException {
        Path file = Files.createTempFile(
                place.home(),
                "initdb",
                ".pw",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, password);
        place.account().own(file);
        return file;
    }

    private Path unfinished() {
        return place.home().resolve("initdb.unfinished");
    }

    private static void mark(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file);
        }
    }

    private String program(String name) {
        return programs.resolve(name).toString();
    }

    private Outcome run(List<String> words) {
        // in a session of its own: Ctrl-C at the terminal must not break off a start or a stop half way
        List<String> all = new ArrayList<>(List.of("setsid"));
        all.addAll(place.account().command(words));
        return Command.run(all, place.home(), Map.of("LC_ALL", "C"), SHORT);
    }
}
