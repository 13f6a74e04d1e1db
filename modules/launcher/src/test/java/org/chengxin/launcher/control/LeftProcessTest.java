package org.chengxin.launcher.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftProcessTest {

    @TempDir
    private Path directory;

    @Test
    void isFoundWhileItLivesAndEnded() throws IOException {
        Path file = directory.resolve("some.pid");
        assertThat(LeftProcess.find(file)).isEmpty();
        Process process = new ProcessBuilder("sleep", "600").start();
        LeftProcess.remember(file, process.toHandle());
        assertThat(LeftProcess.find(file)).contains(process.toHandle());
        assertThat(LeftProcess.end(process.toHandle(), Duration.ofSeconds(20))).isTrue();
        assertThat(LeftProcess.find(file)).isEmpty();
    }

    @Test
    void anotherProcessWithTheSameIdIsNotTakenForIt() throws IOException {
        Path file = directory.resolve("some.pid");
        LeftProcess.remember(file, ProcessHandle.current());
        List<String> lines = Files.readAllLines(file);
        Files.write(file, List.of(lines.get(0), "2001-01-01T00:00:00Z"));
        assertThat(LeftProcess.find(file)).isEmpty();
    }

    @Test
    void oneThatDoesNotListenIsKilled() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-c", "trap '' TERM; echo ready; while :; do sleep 1; done").start();
        assertThat(process.inputReader().readLine()).isEqualTo("ready");
        assertThat(LeftProcess.end(process.toHandle(), Duration.ofMillis(200))).isFalse();
        assertThat(process.waitFor()).isNotZero();
    }
}
