package org.chengxin.intake.hostile;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chengxin.intake.control.Limits;
import org.chengxin.intake.control.RowSource;
import org.chengxin.intake.control.TabularReader;
import org.chengxin.intake.control.UnreadableFile;

/** Reads files of the corpus; as a program of its own with whatever heap it is given. */
public final class HostileReading {

    private HostileReading() {}

    static void write(HostileFile file, Path path) throws IOException {
        try (OutputStream out = Files.newOutputStream(path)) {
            file.body().writeTo(out);
        }
    }

    /** What became of a file: {@code read n} or the reason; anything else that is thrown comes out. */
    static String answer(Path path, String mediaType) {
        try (RowSource rows = TabularReader.open(path, mediaType, Limits.STANDARD)) {
            int count = 0;
            while (rows.next()) {
                count++;
            }
            return "read " + count;
        } catch (UnreadableFile refusal) {
            return refusal.reason().name();
        }
    }

    static String expected(HostileFile file) {
        return file.refusal() == null ? "read " + file.rows() : file.refusal().name();
    }

    /**
     * Reads the files that a list names, and says what became of each, line by line.
     *
     * @param args path of the list: media type and path, with a tab between them, one file a line
     */
    public static void main(String[] args) throws IOException {
        List<String> list = Files.readAllLines(Path.of(args[0]), StandardCharsets.UTF_8);
        for (String line : list) {
            int tab = line.indexOf('\t');
            System.out.println(answer(Path.of(line.substring(tab + 1)), tab == 0 ? null : line.substring(0, tab)));
        }
    }
}
