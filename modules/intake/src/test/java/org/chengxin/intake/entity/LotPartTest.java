package org.chengxin.intake.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which part a subject's rows are of. */
class LotPartTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8})
    void the_parts_have_all_groups_between_them_each_once(int parts) {
        List<Integer> groups = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            assertThat(new LotPart(part, parts).groups()).isNotEmpty();
            groups.addAll(new LotPart(part, parts).groups());
        }

        assertThat(groups).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void a_subject_is_of_the_part_that_has_its_group_and_nobody_of_the_first() {
        assertThat(new LotPart(1, 2).holds(1_001L)).isTrue();
        assertThat(new LotPart(0, 2).holds(1_001L)).isFalse();
        assertThat(new LotPart(0, 2).holds(null)).isTrue();
        assertThat(new LotPart(1, 2).holds(null)).isFalse();
        assertThat(LotPart.WHOLE.holds(1_001L)).isTrue();
        assertThat(LotPart.WHOLE.isWhole()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0,0", "-1,2", "2,2", "0,9"})
    void there_is_no_other_part(int number, int of) {
        assertThatThrownBy(() -> new LotPart(number, of)).isInstanceOf(IllegalArgumentException.class);
    }
}
