package org.chengxin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chengxin.demonstration.CityGenerator;
import org.chengxin.demonstration.Enterprise;
import org.chengxin.demonstration.Penalty;
import org.junit.jupiter.api.Test;

class CleanPenaltiesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Test
    void nothing_is_left_for_a_person_to_decide_and_no_two_rows_are_one() {
        List<Enterprise> city = new CityGenerator(1, 50).enterprises();
        Set<String> numbers = new HashSet<>();
        for (int series = 1; series <= 2; series++) {
            for (Penalty penalty : CleanPenalties.of(city, 2_000, series, TODAY)) {
                assertThat(penalty.severity()).isNotBlank();
                assertThat(penalty.scope()).isEqualTo("公开公示");
                assertThat(penalty.endsOn()).isAfter(TODAY);
                assertThat(penalty.filedOn()).isBefore(penalty.decidedOn());
                assertThat(numbers.add(penalty.documentNo()))
                        .as(penalty.documentNo())
                        .isTrue();
            }
        }
    }
}
