package org.chengxin.launcher.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a short program to its end and hands back what it said. */
public final class Command {

    /**
     * @param exitCode the program's exit code, or -1 when it did not end in time and was killed
     * @param output its standard output and error, mixed as a terminal would show them
     */
    public record Outcome(int exitCode, String output) {

        /** @return whether the program ended with exit code 0. */
        public boolean succeeded() {
            return exitCode == 0;
        }
    }

    private Command() {}

    /**
     * @param words program and arguments
     * @param directory working directory
     * @param environment variables added to this process's
     * @param timeout after which the program is killed
     * @return exit code and output
     */
    public static Outcome run(List<String> words, Path directory, Map<String, String> environment, Duration timeout) {
        try {
            // a file and no pipe: a daemon that inherits a pipe would keep it open, and reading it would never end
            Path output = Files.createTempFile("chengxin-command", ".out");
            try {
                ProcessBuilder builder = new ProcessBuilder(words)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectInput(ProcessBuilder.Redirect.from(
                                Path.of("/dev/null").toFile()))
                        .redirectOutput(output.toFile());
                builder.environment().putAll(environment);
                Process process = builder.start();
                boolean ended = process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
                if (!ended) {
                    process.destroyForcibly().waitFor();
                }
                return new Outcome(
                        ended ? process.exitValue() : -1,
                        new String(Files.readAllBytes(output), StandardCharsets.UTF_8));
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + words.get(0), e);
        }
    }
}
