package org.chengxin.kernel.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OlderCodesTest {

    @ParameterizedTest
    @ValueSource(strings = {"600037341", "60003734-1", "192203821", "70846113-6"})
    void acceptsOrganisationCodes(String code) {
        assertThat(OrganisationCode.check(code)).isEqualTo(CodeCheck.VALID);
    }

    @ParameterizedTest
    @CsvSource({
        "600037342, WRONG_CHECK_DIGIT",
        "60003734, WRONG_LENGTH",
        "60003中341, ILLEGAL_CHARACTER",
        "-, PLACEHOLDER",
        "00000000-0, PLACEHOLDER",
        "'', EMPTY"
    })
    void refusesOrganisationCodes(String code, CodeCheck expected) {
        assertThat(OrganisationCode.check(code)).isEqualTo(expected);
    }

    @Test
    void showsOrganisationCodesWithHyphen() {
        assertThat(OrganisationCode.parse("600037341").orElseThrow().grouped()).isEqualTo("60003734-1");
        assertThat(OrganisationCode.parse("60003734-1").orElseThrow().value()).isEqualTo("600037341");
        assertThat(OrganisationCode.check(null)).isEqualTo(CodeCheck.EMPTY);
    }

    @ParameterizedTest
    @CsvSource({
        "330203000030639, VALID", "110108000000016, VALID", "330203000030638, WRONG_CHECK_DIGIT",
        "33020300003063, WRONG_LENGTH", "33020300003063A, ILLEGAL_CHARACTER", "370681NA000276X, VALID",
        "370681na000276x, VALID", "370681NB000276X, ILLEGAL_CHARACTER", "000000000000000, PLACEHOLDER",
        "030203000030639, WRONG_DIVISION", "3205001800931, VALID", "0205001800931, WRONG_DIVISION",
        "32050018009310, WRONG_LENGTH", "企合苏苏总字第004462号, VALID", "企作苏苏分字00425号, VALID",
        "企业苏州总字第004462号, WRONG_LENGTH"
    })
    void checksRegistrationNumbers(String number, CodeCheck expected) {
        assertThat(RegistrationNumber.check(number)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "3205001800931, BEFORE_2006, 320500",
        "企合苏苏总字第004462号, FOREIGN_INVESTMENT, ",
        "330203000030639, STANDARD, 330203",
        "370681NA000276X, COOPERATIVE_NA, 370681"
    })
    void tellsTheFormsOfRegistrationNumbersApart(String text, RegistrationNumber.Form form, String authority) {
        RegistrationNumber number = RegistrationNumber.parse(text).orElseThrow();
        assertThat(number.form()).isEqualTo(form);
        assertThat(number.registrationAuthority().orElse(null)).isEqualTo(authority);
        assertThat(number.form().hasCheckDigit()).isEqualTo(form == RegistrationNumber.Form.STANDARD);
        assertThat(number.isIndividualBusiness()).isFalse();
        assertThat(number.grouped().replace(" ", "")).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        // 17 digits of a made-up number without century; its check character comes by the standard
        "360426910101007, 360426199101010071",
        "３６０４２６ 910101 007, 360426199101010071"
    })
    void aCitizensOldNumberIsTheirNumberOfToday(String older, String today) {
        assertThat(CitizenId.parseOlder(older).orElseThrow().value()).isEqualTo(today);
    }

    @ParameterizedTest
    @ValueSource(strings = {"360426910230007", "36042691010100", "36042691010100X", "060426910101007", "-", ""})
    void noCitizensOldNumber(String text) {
        assertThat(CitizenId.parseOlder(text)).isEmpty();
    }

    @Test
    void everyChangeOfOneDigitOfARegistrationNumberIsDetected() {
        for (long serial = 0; serial < 10_000; serial += 97) {
            String number =
                    RegistrationNumber.generate("320500", serial * 9_999).value();
            assertThat(RegistrationNumber.check(number)).isEqualTo(CodeCheck.VALID);
            for (int i = 0; i < number.length(); i++) {
                for (char c = '0'; c <= '9'; c++) {
                    if (c != number.charAt(i)) {
                        String changed = number.substring(0, i) + c + number.substring(i + 1);
                        assertThat(RegistrationNumber.check(changed).isValid())
                                .as(changed)
                                .isFalse();
                    }
                }
            }
        }
    }

    @Test
    void tellsThePartsOfARegistrationNumber() {
        RegistrationNumber number = RegistrationNumber.parse("330203 000030639").orElseThrow();
        assertThat(number.form()).isEqualTo(RegistrationNumber.Form.STANDARD);
        assertThat(number.registrationAuthority()).contains("330203");
        assertThat(number.isIndividualBusiness()).isFalse();
        assertThat(number.grouped()).isEqualTo("330203 00003063 9");
        assertThat(RegistrationNumber.generate("320500", 60_000_001).isIndividualBusiness())
                .isTrue();
        assertThat(RegistrationNumber.parse("370681NA000276X").orElseThrow().form())
                .isEqualTo(RegistrationNumber.Form.COOPERATIVE_NA);
        assertThatThrownBy(() -> RegistrationNumber.generate("320500", 100_000_000))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "360426199101010071, VALID", "360426199101010072, WRONG_CHECK_DIGIT", "360426199102300071, WRONG_DATE",
        "360426179101010071, WRONG_DATE", "36042619910101007, WRONG_LENGTH", "3604261991O1010071, ILLEGAL_CHARACTER",
        "060426199101010071, WRONG_DIVISION"
    })
    void checksCitizensNumbers(String id, CodeCheck expected) {
        assertThat(CitizenId.check(id)).isEqualTo(expected);
    }

    @Test
    void aCitizensNumberDoesNotShowItself() {
        CitizenId id = CitizenId.parse("360426199101010071").orElseThrow();
        assertThat(id.masked()).isEqualTo("360426********0071");
        assertThat(id).hasToString("360426********0071");
        assertThat(id.grouped()).isEqualTo("360426 ******** 0071");
        assertThat(id.value()).isEqualTo("360426199101010071");
        assertThat(id.birthDate()).isEqualTo(LocalDate.of(1991, 1, 1));
        assertThat(id.divisionCode()).isEqualTo("360426");
        assertThat(CitizenId.looksLikeOne("360426199101010072")).isTrue();
        assertThat(CitizenId.looksLikeOne("91440300708461136T")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "360206550875725, ORGANISATION",
        "91440300708461136T, UNIFIED",
        "360426199101010071, CITIZEN",
        "36042619910101007101, CITIZEN_EXTENDED",
        "L36042619910101, TEMPORARY"
    })
    void tellsTaxpayersNumbersApart(String text, TaxpayerNumber.Form expected) {
        TaxpayerNumber number = TaxpayerNumber.parse(text).orElseThrow();
        assertThat(number.form()).isEqualTo(expected);
        assertThat(number.containsCitizenId()).isEqualTo(expected.name().startsWith("CITIZEN"));
        assertThat(number.citizenId().isPresent()).isEqualTo(number.containsCitizenId());
    }

    @Test
    void aTaxpayersNumberHidesTheCitizenInIt() {
        TaxpayerNumber number = TaxpayerNumber.parse("36042619910101007101").orElseThrow();
        assertThat(number.toString()).isEqualTo("360426**********7101").isEqualTo(number.grouped());
        assertThat(TaxpayerNumber.parse("360206550875725")
                        .orElseThrow()
                        .organisationCode()
                        .orElseThrow()
                        .value())
                .isEqualTo("550875725");
        assertThat(TaxpayerNumber.check("360206550875726")).isEqualTo(CodeCheck.WRONG_CHECK_DIGIT);
        assertThat(TaxpayerNumber.check("1234")).isEqualTo(CodeCheck.WRONG_LENGTH);
        assertThat(TaxpayerNumber.check(null)).isEqualTo(CodeCheck.EMPTY);
    }
}
