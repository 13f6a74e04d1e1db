package org.chengxin.intake.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file of the corpus has the answer it has to have, and nothing but a row or a named refusal comes out. */
class HostileFilesTest {

    /** Half of it is needed by a program that reads nothing but small files. */
    private static final String HEAP = "-Xmx48m";

    @TempDir
    Path folder;

    static List<HostileFile> files() {
        return HostileFiles.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void hasItsAnswer(HostileFile file) throws IOException {
        Path path = folder.resolve("file");
        HostileReading.write(file, path);

        assertThat(HostileReading.answer(path, file.mediaType())).isEqualTo(HostileReading.expected(file));
    }

    @Test
    void areTwoHundredAtLeastAndEachIsAnother() {
        Set<String> names = new HashSet<>();
        files().forEach(file -> names.add(file.mediaType() + file.name()));

        assertThat(names).hasSameSizeAs(files()).hasSizeGreaterThanOrEqualTo(200);
    }

    /** All of them, one after the other, in a process whose heap would not hold a single one of the large ones. */
    @Test
    void areReadInConstantMemory() throws Exception {
        List<String> list = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (HostileFile file : files()) {
            Path path = folder.resolve("file" + list.size());
            HostileReading.write(file, path);
            list.add((file.mediaType() == null ? "" : file.mediaType()) + "\t" + path);
            expected.add(HostileReading.expected(file));
        }
        Path listed = Files.write(folder.resolve("list"), list);
        Process reading = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-cp",
                        System.getProperty("surefire.test.class.path", "")
                                + File.pathSeparator
                                + ManagementFactory.getRuntimeMXBean().getClassPath(),
                        HostileReading.class.getName(),
                        listed.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(reading.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(said.lines()).containsExactlyElementsOf(expected);
        assertThat(reading.waitFor()).isZero();
    }
}
