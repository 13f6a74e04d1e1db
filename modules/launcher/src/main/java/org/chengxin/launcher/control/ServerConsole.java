package org.chengxin.launcher.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a server prints, in {@code console.log} of its log directory; the one of the start before is kept beside it.
 *
 * @param file the file that takes the output
 */
public record ServerConsole(Path file) {

    // Liberty's own lines carry a code such as CWWKZ0002E; an exception's cause says most
    private static final Pattern TELLING =
            Pattern.compile("\\[ERROR|\\[FATAL|\\b[A-Z]{4,5}[0-9]{4}E\\b|^Caused by:|Exception: |Error: ");
    // the application did not start, and no waiting will change that
    private static final Pattern FATAL = Pattern.compile("\\bCWWKZ0002E\\b|\\bCWWKZ0004E\\b|\\bCWWKE0005E\\b");
    private static final int LINES = 15;
    private static final int WIDTH = 400;

    /** @return an empty console log in this directory. */
    public static ServerConsole fresh(Path logs) {
        Path file = logs.resolve("console.log");
        try {
            Files.createDirectories(logs);
            if (Files.exists(file)) {
                Files.move(file, logs.resolve("console.previous.log"), StandardCopyOption.REPLACE_EXISTING);
            }
            return new ServerConsole(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return whether the server said that the application cannot start. */
    public boolean tellsOfFailedStart() {
        return FATAL.matcher(text()).find();
    }

    /** @return what a person wants to see when the server did not start: errors, or the last lines of all. */
    public String lastErrors() {
        List<String> all = text().lines().toList();
        List<String> telling = new ArrayList<>();
        for (String line : all) {
            if (TELLING.matcher(line).find() && !line.startsWith("[INFO")) {
                telling.add(line.length() > WIDTH ? line.substring(0, WIDTH) + " …" : line);
            }
        }
        List<String> shown = telling.isEmpty() ? all : telling;
        return String.join(System.lineSeparator(), shown.subList(Math.max(0, shown.size() - LINES), shown.size()));
    }

    private String text() {
        try {
            return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
