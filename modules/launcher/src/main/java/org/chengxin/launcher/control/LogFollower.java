package org.chengxin.launcher.control;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Hands on the lines that another process adds to a file. */
public final class LogFollower {

    private final Path file;
    private final Consumer<String> say;
    private long position;
    private String last = "";

    /**
     * @param file the file, read from its beginning
     * @param say takes each complete line
     */
    public LogFollower(Path file, Consumer<String> say) {
        this.file = file;
        this.say = say;
    }

    /** Hands on what was added since the last call; an incomplete last line waits. */
    public void follow() throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        byte[] added;
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            added = new byte[(int) Math.max(0, in.length() - position)];
            in.seek(position);
            in.readFully(added);
        }
        int end = added.length;
        while (end > 0 && added[end - 1] != '\n') {
            end--;
        }
        position += end;
        new String(added, 0, end, StandardCharsets.UTF_8).lines().forEach(line -> {
            last = line;
            say.accept(line);
        });
    }

    /** @return whether this was the last line handed on. */
    public boolean saw(String line) {
        return last.equals(line);
    }
}
