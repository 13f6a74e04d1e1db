package org.chengxin.launcher.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A process remembered in a file, to be found again by a later launcher. Its start time is remembered beside its id,
 * so that a process which happens to get the same id is never taken for it.
 */
public final class LeftProcess {

    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(40);

    private LeftProcess() {}

    /** Remembers a running process. */
    public static void remember(Path file, ProcessHandle process) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, List.of(Long.toString(process.pid()), startOf(process)), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the remembered process while it lives. */
    public static Optional<ProcessHandle> find(Path file) {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(file);
            if (lines.size() < 2) {
                return Optional.empty();
            }
            return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                    .filter(LeftProcess::isAlive)
                    .filter(process -> startOf(process).equals(lines.get(1).strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets it. */
    public static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Asks a process to end, and kills it when it has not after the time given.
     *
     * @return whether it ended by itself
     */
    public static boolean end(ProcessHandle process, Duration patience) {
        process.destroy();
        if (awaitEnd(process, patience)) {
            return true;
        }
        process.destroyForcibly();
        awaitEnd(process, Duration.ofSeconds(20));
        return false;
    }

    /** @return whether the process was gone within the time given. */
    public static boolean awaitEnd(ProcessHandle process, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (isAlive(process)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        return true;
    }

    /**
     * Whether a process is at work. One that has ended and that nobody has collected yet is not, though it still has
     * an id: in many containers nothing collects what a killed parent leaves behind.
     */
    public static boolean isAlive(ProcessHandle process) {
        if (!process.isAlive()) {
            return false;
        }
        try {
            // "pid (name) state …"; the name may hold brackets and blanks itself
            String stat = Files.readString(
                    Path.of("/proc", Long.toString(process.pid()), "stat"), StandardCharsets.ISO_8859_1);
            char state = stat.charAt(stat.lastIndexOf(')') + 2);
            return state != 'Z' && state != 'X';
        } catch (IOException e) {
            return process.isAlive();
        }
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }
}
