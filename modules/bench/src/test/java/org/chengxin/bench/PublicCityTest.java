package org.chengxin.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.chengxin.kernel.code.UnifiedSocialCreditCode;
import org.junit.jupiter.api.Test;

class PublicCityTest {

    private static final int SIZE = 20_000;
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final PublicCity city = new PublicCity(SIZE, TODAY);

    @Test
    void codes_are_valid_and_no_two_subjects_share_a_code_or_a_name() {
        assertThat(everybody(city::code)).doesNotHaveDuplicates().allSatisfy(code -> assertThat(
                        UnifiedSocialCreditCode.parse(code))
                .isPresent());
        assertThat(everybody(city::name)).doesNotHaveDuplicates();
    }

    @Test
    void a_tenth_holds_the_common_fragment_and_half_begin_alike() {
        assertThat(share(PublicCity.COMMON)).isCloseTo(0.1, within(0.01));
        assertThat(everybody(city::name).stream()
                                .filter(name -> name.startsWith(PublicCity.BEGINNING))
                                .count()
                        / (double) SIZE)
                .isCloseTo(0.5, within(0.02));
    }

    @Test
    void the_same_size_is_the_same_city() {
        PublicCity again = new PublicCity(SIZE, TODAY.plusDays(1));

        assertThat(again.code(4_711)).isEqualTo(city.code(4_711));
        assertThat(again.name(4_711)).isEqualTo(city.name(4_711));
    }

    @Test
    void a_fragment_is_part_of_the_name() {
        assertThat(city.name(17)).contains(city.fragment(17, 4));
    }

    private double share(String fragment) {
        return everybody(city::name).stream()
                        .filter(name -> name.contains(fragment))
                        .count()
                / (double) SIZE;
    }

    private static List<String> everybody(java.util.function.IntFunction<String> of) {
        return IntStream.range(0, SIZE).mapToObj(of).toList();
    }
}
