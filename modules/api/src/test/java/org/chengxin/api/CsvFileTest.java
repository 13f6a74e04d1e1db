package org.chengxin.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.chengxin.kernel.BusinessRefusal;
import org.junit.jupiter.api.Test;

class CsvFileTest {

    private static List<Integer> numbers(Integer last, int most, int all) {
        int from = last == null ? 1 : last + 1;
        return IntStream.rangeClosed(from, Math.min(all, from + most - 1))
                .boxed()
                .toList();
    }

    private static String[] lines(int all) throws IOException {
        Response answer = CsvFile.<Integer>of(
                "numbers", new Object[] {"number"}, (last, most) -> numbers(last, most, all), number ->
                        new Object[] {number});
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ((StreamingOutput) answer.getEntity()).write(out);
        return out.toString(StandardCharsets.UTF_8).split("\r\n");
    }

    @Test
    void everyEntryComesOnceHoweverManyPiecesItTakes() throws IOException {
        for (int all : new int[] {0, 1, 999, 1_000, 1_001, 2_500}) {
            String[] lines = lines(all);
            assertThat(lines).hasSize(all + 1);
            assertThat(lines[0]).isEqualTo("\uFEFFnumber");
            assertThat(lines[all]).isEqualTo(all == 0 ? "\uFEFFnumber" : String.valueOf(all));
        }
    }

    @Test
    void whatIsRefusedIsRefusedBeforeTheAnswerBegins() {
        assertThatThrownBy(() -> CsvFile.<Integer>of(
                        "numbers",
                        new Object[0],
                        (last, most) -> {
                            throw BusinessRefusal.notFound("SUBMISSION_UNKNOWN", "L1");
                        },
                        number -> new Object[0]))
                .isInstanceOf(BusinessRefusal.class);
    }
}
