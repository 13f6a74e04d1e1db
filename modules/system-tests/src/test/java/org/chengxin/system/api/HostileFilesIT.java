package org.chengxin.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.chengxin.intake.hostile.HostileFile;
import org.chengxin.intake.hostile.HostileFiles;
import org.chengxin.system.Caller;
import org.chengxin.system.SystemServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The corpus of hostile files, sent to a running server: what cannot be read is refused with its reason, what can is
 * taken or asks for a mapping, and nothing makes the server fail.
 */
class HostileFilesIT {

    /** Enough for every kind of file; the few large ones are read beside the reader. */
    private static final int LARGEST = 1 << 20;

    /** The media types that the interface takes for a lot. */
    private static final List<String> TAKEN = List.of(HostileFile.CSV, HostileFile.XLSX, HostileFile.JSON);

    /** What is said of a file whose headings lead to no fields. */
    private static final List<String> LAYOUT = List.of("MAPPING_REQUIRED", "REQUIRED_COLUMN_MISSING");

    private static SystemServer system;

    @BeforeAll
    static void start() throws Exception {
        system = SystemServer.shared();
    }

    private static final Set<ByteBuffer> KNOWN = new HashSet<>();

    static List<HostileFile> files() {
        List<HostileFile> files = new ArrayList<>();
        for (HostileFile file : HostileFiles.all()) {
            boolean sent = file.mediaType() != null && !file.mediaType().startsWith("application/vnd.ms-");
            if (sent && !file.isLargerThan(LARGEST)) {
                files.add(file);
            }
        }
        return files;
    }

    private static Caller.Answer send(HostileFile file) throws Exception {
        Caller.Answer answer = system.as("clerk.env")
                .post("submissions?catalogueItem=PEN-ENV", file.mediaType(), file.content(), null);
        if (answer.status() == 202) {
            KNOWN.add(ByteBuffer.wrap(file.content()));
        }
        return answer;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void isRefusedWithItsReasonOrTaken(HostileFile file) throws Exception {
        Caller.Answer answer = send(file);

        if (answer.status() == 200) {
            // the same bytes came before under another media type: the first answer once more
            assertThat(KNOWN).contains(ByteBuffer.wrap(file.content()));
        } else if (file.refusal() != null && TAKEN.contains(file.mediaType())) {
            assertThat(answer.status()).isBetween(400, 499);
            if (!answer.code().equals(file.refusal().name())) {
                // the header is no known one, which is said before the rows are read
                assertThat(answer.code()).isIn(LAYOUT);
            } else {
                assertThat(answer.status()).isEqualTo(file.refusal().status());
            }
        } else if (answer.status() == 422) {
            assertThat(answer.code()).isIn(LAYOUT);
        } else {
            assertThat(answer.status()).isIn(202, 415);
        }
    }

    @Test
    void whatIsTakenIsCheckedToTheLastRow() throws Exception {
        Map<String, Integer> taken = new TreeMap<>();
        for (HostileFile file : files()) {
            if (file.refusal() == null) {
                Caller.Answer answer = send(file);
                if (answer.status() == 202 || answer.status() == 200) {
                    taken.put(answer.json().getString("no"), file.rows());
                }
            }
        }

        assertThat(taken).hasSizeGreaterThan(20);
        for (Map.Entry<String, Integer> lot : taken.entrySet()) {
            JsonObject counts = system.as("clerk.env")
                    .awaitLot(lot.getKey(), Duration.ofSeconds(90), "IN_REVIEW", "DONE")
                    .getJsonObject("counts");
            assertThat(counts.getInt("received")).isEqualTo(lot.getValue());
            assertThat(counts.getInt("accepted")
                            + counts.getInt("rejected")
                            + counts.getInt("suspect")
                            + counts.getInt("unmatched"))
                    .isEqualTo(lot.getValue());
        }
    }
}
