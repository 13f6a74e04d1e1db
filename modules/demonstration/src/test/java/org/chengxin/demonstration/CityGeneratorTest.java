package org.chengxin.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.chengxin.kernel.code.CodeCheck;
import org.chengxin.kernel.code.RegistrationNumber;
import org.chengxin.kernel.code.UnifiedSocialCreditCode;
import org.junit.jupiter.api.Test;

class CityGeneratorTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

    private final List<Enterprise> city =
            new CityGenerator(CityGenerator.SEED, CityGenerator.ENTERPRISES).enterprises();

    @Test
    void sameSeedMakesTheSameCity() {
        assertThat(new CityGenerator(CityGenerator.SEED, CityGenerator.ENTERPRISES).enterprises())
                .hasToString(city.toString());
        assertThat(new CityGenerator(1, 10).enterprises()).isNotEqualTo(new CityGenerator(2, 10).enterprises());
    }

    @Test
    void moreEnterprisesLeaveTheFirstOnesAsTheyAre() {
        assertThat(new CityGenerator(CityGenerator.SEED, CityGenerator.ENTERPRISES + 20)
                        .enterprises()
                        .subList(0, CityGenerator.ENTERPRISES))
                .hasToString(city.toString());
    }

    @Test
    void everyCodeIsValidAndUnique() {
        assertThat(city)
                .hasSize(2_000)
                .allSatisfy(enterprise -> assertThat(
                                UnifiedSocialCreditCode.check(enterprise.code().value()))
                        .isEqualTo(CodeCheck.VALID))
                .extracting(Enterprise::code)
                .doesNotHaveDuplicates();
        assertThat(city)
                .extracting(Enterprise::registrationNumber)
                .filteredOn(number -> !number.isEmpty())
                .hasSizeGreaterThan(500)
                .doesNotHaveDuplicates()
                .allSatisfy(
                        number -> assertThat(RegistrationNumber.check(number)).isEqualTo(CodeCheck.VALID));
    }

    @Test
    void everyNameIsUniqueFormerOnesToo() {
        assertThat(city.stream().map(Enterprise::name).toList()).doesNotHaveDuplicates();
        List<String> former = city.stream()
                .map(Enterprise::formerName)
                .filter(name -> !name.isEmpty())
                .toList();
        assertThat(former)
                .hasSizeBetween(100, 250)
                .doesNotContainAnyElementsOf(city.stream().map(Enterprise::name).toList());
    }

    @Test
    void everyDivisionIsOneOfSuzhou() {
        assertThat(city).allSatisfy(enterprise -> {
            assertThat(enterprise.division()).startsWith("3205");
            assertThat(enterprise.code().divisionCode()).isEqualTo(enterprise.division());
        });
    }

    @Test
    void penaltiesAreOfTheLastMonthsAndSomeAreUndecided() {
        List<Penalty> penalties = new PenaltyGenerator(7, city, TODAY).penalties(400, 1);
        assertThat(penalties).hasSize(400).allSatisfy(penalty -> {
            assertThat(penalty.decidedOn()).isBefore(TODAY).isAfter(TODAY.minusDays(180));
            assertThat(penalty.filedOn()).isBefore(penalty.decidedOn());
            assertThat(penalty.endsOn()).isAfterOrEqualTo(TODAY.minusDays(1));
        });
        assertThat(penalties).extracting(Penalty::documentNo).doesNotHaveDuplicates();
        assertThat(penalties).extracting(Penalty::scope).contains("公开公示", "政务共享", "");
        assertThat(penalties).extracting(Penalty::severity).contains("轻微", "一般", "严重", "");
        assertThat(penalties)
                .filteredOn(penalty -> penalty.endsOn().isBefore(TODAY.plusDays(14)))
                .isNotEmpty();
    }
}
