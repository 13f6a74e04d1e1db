package org.chengxin.kernel.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class UnifiedSocialCreditCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"91440300708461136T", "914403001922038216", "91110000600037341L", "11230500001755309F"})
    void acceptsRealCodes(String code) {
        assertThat(UnifiedSocialCreditCode.check(code)).isEqualTo(CodeCheck.VALID);
        assertThat(UnifiedSocialCreditCode.parse(code)).hasValueSatisfying(parsed -> {
            assertThat(parsed.value()).isEqualTo(code);
            assertThat(parsed).hasToString(code);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "91310115MA1G4L1WXK, WRONG_CHECK_DIGIT",
        "91371923MA3COKJY73, ILLEGAL_CHARACTER",
        "9144030070846113, WRONG_LENGTH",
        "91440300708461136TT, WRONG_LENGTH",
        "00000000000000000X, PLACEHOLDER",
        "000000000000000000, PLACEHOLDER",
        "/, PLACEHOLDER",
        "无, PLACEHOLDER",
        "91A40300708461136T, WRONG_DIVISION",
        "91440300708461136Ｓ, ILLEGAL_CHARACTER",
        "９.14403E+17, WRONG_LENGTH"
    })
    void saysWhatIsWrong(String code, CodeCheck expected) {
        assertThat(UnifiedSocialCreditCode.check(code)).isEqualTo(expected);
        assertThat(UnifiedSocialCreditCode.parse(code)).isEmpty();
    }

    @Test
    void findsAnOrganisationCodeInsideThatDoesNotFit() {
        String body = "91440300708461137";
        String withOwnCheckDigit = null;
        for (char c : UnifiedSocialCreditCode.ALPHABET.toCharArray()) {
            if (UnifiedSocialCreditCode.check(body + c) != CodeCheck.WRONG_CHECK_DIGIT) {
                withOwnCheckDigit = body + c;
            }
        }
        assertThat(withOwnCheckDigit).isNotNull();
        assertThat(UnifiedSocialCreditCode.check(withOwnCheckDigit)).isEqualTo(CodeCheck.WRONG_EMBEDDED_CODE);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"  ", "\u3000", "\uFEFF"})
    void nothingIsEmpty(String code) {
        assertThat(UnifiedSocialCreditCode.check(code)).isEqualTo(CodeCheck.EMPTY);
        assertThat(UnifiedSocialCreditCode.suggestRepair(code)).isEmpty();
    }

    @Test
    void blanksCaseAndWidthDoNotMatter() {
        assertThat(UnifiedSocialCreditCode.parse("'９１440300 708461136t\u00A0")
                        .orElseThrow()
                        .value())
                .isEqualTo("91440300708461136T");
    }

    @Test
    void tellsItsParts() {
        UnifiedSocialCreditCode code =
                UnifiedSocialCreditCode.parse("91440300708461136T").orElseThrow();
        assertThat(code.registrationDepartment()).isEqualTo('9');
        assertThat(code.organisationKind()).isEqualTo('1');
        assertThat(code.divisionCode()).isEqualTo("440300");
        assertThat(code.organisationCode().value()).isEqualTo("708461136");
        assertThat(code.isIndividualBusiness()).isFalse();
        assertThat(code.grouped()).isEqualTo("91 440300 708461136 T");
        assertThat(UnifiedSocialCreditCode.generate("92", "320500", 5).isIndividualBusiness())
                .isTrue();
    }

    @Test
    void acceptsDepartmentsThatOthersForget() {
        for (String first2 : new String[] {"N1", "A1", "Y1", "12", "52", "81"}) {
            assertThat(UnifiedSocialCreditCode.generate(first2, "650100", 77).value())
                    .startsWith(first2);
        }
    }

    @Test
    void tenThousandGeneratedCodesAreValidAndDifferent() {
        Set<String> codes = new HashSet<>();
        for (long serial = 0; serial < 10_000; serial++) {
            String code = UnifiedSocialCreditCode.generate("91", "320500", serial * 88_750)
                    .value();
            assertThat(UnifiedSocialCreditCode.check(code)).isEqualTo(CodeCheck.VALID);
            codes.add(code);
        }
        assertThat(codes).hasSize(10_000);
    }

    @Test
    void everyChangeOfOneCharacterIsDetected() {
        for (long serial = 1; serial <= 200; serial++) {
            String code = UnifiedSocialCreditCode.generate("91", "320500", serial * 4_437_518)
                    .value();
            for (int i = 0; i < code.length(); i++) {
                for (char c = '0'; c <= 'Z'; c++) {
                    if (c != code.charAt(i)) {
                        String changed = code.substring(0, i) + c + code.substring(i + 1);
                        assertThat(UnifiedSocialCreditCode.check(changed).isValid())
                                .as(changed)
                                .isFalse();
                    }
                }
            }
        }
    }

    @Test
    void proposesARepairOnlyWhereBothCheckDigitsThenFit() {
        Random random = new Random(20260401);
        int proposals = 0;
        for (int i = 0; i < 2_000; i++) {
            String code = UnifiedSocialCreditCode.generate("91", "320500", random.nextInt(887_503_681))
                    .value();
            String mistyped = code.replace('0', 'O').replace('1', 'I');
            assertThat(UnifiedSocialCreditCode.suggestRepair(mistyped)
                            .orElseThrow()
                            .value())
                    .isEqualTo(code);
            assertThat(UnifiedSocialCreditCode.suggestRepair(code)).isEmpty();
            char other = code.charAt(9) == 'A' ? 'B' : 'A';
            String broken = mistyped.substring(0, 9) + other + mistyped.substring(10);
            proposals += UnifiedSocialCreditCode.suggestRepair(broken).isPresent() ? 1 : 0;
        }
        assertThat(proposals).isLessThanOrEqualTo(2_000 / 100);
    }

    @Test
    void refusesToGenerateWhatCannotBe() {
        assertThatThrownBy(() -> UnifiedSocialCreditCode.generate("91", "320500", -1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> UnifiedSocialCreditCode.generate("91", "32050", 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> UnifiedSocialCreditCode.generate("9I", "320500", 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
