package org.chengxin.kernel.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatentNumberTest {

    /** Numbers by which the rule is explained in public; each recomputed by hand. */
    @ParameterizedTest
    @CsvSource({"201710601862.3,201710601862.3", "ZL95115608.X,95115608.X", "zl 971017654,97101765.4"})
    void takesBothFormsWithAndWithoutPrefixAndPoint(String written, String kept) {
        assertThat(PatentNumber.check(written)).isEqualTo(CodeCheck.VALID);
        assertThat(PatentNumber.parse(written)).map(PatentNumber::value).contains(kept);
    }

    @ParameterizedTest
    @ValueSource(chars = {'0', '1', '2', '4', '5', '6', '7', '8', '9', 'X'})
    void everyOtherCheckCharacterIsWrong(char check) {
        assertThat(PatentNumber.check("201710601862." + check)).isEqualTo(CodeCheck.WRONG_CHECK_DIGIT);
    }

    @Test
    void twoDigitsExchangedAreFound() {
        assertThat(PatentNumber.check("201710601826.3")).isEqualTo(CodeCheck.WRONG_CHECK_DIGIT);
    }

    @Test
    void saysWhatElseIsWrong() {
        assertThat(PatentNumber.check("2017106018.3")).isEqualTo(CodeCheck.WRONG_LENGTH);
        assertThat(PatentNumber.check("20171O601862.3")).isEqualTo(CodeCheck.ILLEGAL_CHARACTER);
        assertThat(PatentNumber.check("201770601862.3")).isEqualTo(CodeCheck.ILLEGAL_CHARACTER);
        assertThat(PatentNumber.check("")).isEqualTo(CodeCheck.EMPTY);
        assertThat(PatentNumber.check("无")).isEqualTo(CodeCheck.PLACEHOLDER);
        assertThat(PatentNumber.check("ZL")).isEqualTo(CodeCheck.PLACEHOLDER);
    }
}
