package org.chengxin.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.chengxin.api.problem.MalformedBody;
import org.chengxin.intake.control.UnreadableFile;
import org.junit.jupiter.api.Test;

class ReceivedFileTest {

    private static final byte[] ABC = "abc".getBytes(StandardCharsets.US_ASCII);

    @Test
    void theBodyBecomesAFileWithItsDigestAndIsGoneAfterwards() throws IOException {
        Path path;
        try (ReceivedFile file = ReceivedFile.receive(new ByteArrayInputStream(ABC), -1, 3)) {
            path = file.path();
            assertThat(path).hasBinaryContent(ABC);
            assertThat(file.size()).isEqualTo(3);
            // FIPS 180-4, the example "abc"
            assertThat(file.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        }
        assertThat(Files.exists(path)).isFalse();
    }

    @Test
    void whatSaysThatItIsTooLargeIsNotEvenRead() {
        assertThatThrownBy(() -> ReceivedFile.receive(null, 4, 3))
                .isInstanceOfSatisfying(UnreadableFile.class, refusal -> assertThat(refusal.reason())
                        .isEqualTo(UnreadableFile.Reason.TOO_LARGE));
    }

    @Test
    void whatTurnsOutTooLargeIsGivenUpAtOnce() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'a';
            }
        };
        assertThatThrownBy(() -> ReceivedFile.receive(endless, -1, 1 << 20))
                .isInstanceOfSatisfying(UnreadableFile.class, refusal -> {
                    assertThat(refusal.reason()).isEqualTo(UnreadableFile.Reason.TOO_LARGE);
                    assertThat(refusal.details()).containsExactly("1");
                });
    }

    @Test
    void aConnectionThatBreaksOffIsTheCallersMistake() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }
        };
        assertThatThrownBy(() -> ReceivedFile.receive(broken, -1, 100)).isInstanceOf(MalformedBody.class);
    }
}
