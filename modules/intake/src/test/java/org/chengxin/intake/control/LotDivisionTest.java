package org.chengxin.intake.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which lots go in parts, and in how many. */
class LotDivisionTest {

    private static int parts(String item, int accepted, OptionalInt wished) {
        LotDivision division = new LotDivision();
        division.wished = wished;
        return division.parts(DemonstrationCatalogue.item(item), accepted);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "2,2", "8,8", "9,8", "0,1", "-3,1"})
    void as_many_as_somebody_wishes_within_reason(int wished, int parts) {
        assertThat(parts("PEN-ENV", 100_000, OptionalInt.of(wished))).isEqualTo(parts);
    }

    @Test
    void by_itself_no_more_than_a_server_runs_jobs() {
        assertThat(parts("PEN-ENV", 100_000, OptionalInt.empty()))
                .isEqualTo(Math.min(2, Runtime.getRuntime().availableProcessors()));
    }

    @Test
    void what_one_chunk_takes_goes_as_a_whole() {
        assertThat(parts("PEN-ENV", LotAdmission.CHUNK, OptionalInt.of(2))).isOne();
        assertThat(parts("PEN-ENV", LotAdmission.CHUNK + 1, OptionalInt.of(2))).isEqualTo(2);
    }

    @Test
    void what_registers_subjects_or_speaks_of_their_identity_goes_as_a_whole() {
        assertThat(parts("REG-BASIC", 100_000, OptionalInt.of(2))).isOne();
        assertThat(parts("LIC-ADMIN", 100_000, OptionalInt.of(2))).isOne();
    }
}
