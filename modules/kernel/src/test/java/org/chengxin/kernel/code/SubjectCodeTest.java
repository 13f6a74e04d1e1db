package org.chengxin.kernel.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.chengxin.kernel.code.SubjectCode.Classified;
import org.chengxin.kernel.code.SubjectCode.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;

class SubjectCodeTest {

    @ParameterizedTest
    @CsvSource({
        "91440300708461136T, UNIFIED, 91440300708461136T",
        "９１４４０３００７０８４６１１３６ｔ, UNIFIED, 91440300708461136T",
        "'91 440300 708461136 T', UNIFIED, 91440300708461136T",
        "330203000030639, REGISTRATION, 330203000030639",
        "370681na000276x, REGISTRATION_COOPERATIVE, 370681NA000276X",
        "60003734-1, ORGANISATION, 600037341",
        "360206550875725, TAXPAYER, 360206550875725",
        "360426199101010071, CITIZEN_ID, 360426199101010071",
        "36042619910101007101, TAXPAYER, 36042619910101007101",
        "00000000000000000X, PLACEHOLDER, 00000000000000000X",
        "——, PLACEHOLDER, ——",
        "暂无, PLACEHOLDER, 暂无"
    })
    void tellsWhatATextIs(String text, Kind kind, String value) {
        Classified classified = SubjectCode.classify(text);
        assertThat(classified.kind()).isEqualTo(kind);
        assertThat(classified.value()).isEqualTo(value);
        assertThat(classified.suggestion()).isEmpty();
        assertThat(classified.check().isValid()).isEqualTo(kind.isCode());
    }

    @ParameterizedTest
    @CsvSource({
        "91310115MA1G4L1WXK, WRONG_CHECK_DIGIT", "330203000030638, WRONG_CHECK_DIGIT", "600037342, WRONG_CHECK_DIGIT",
        "苏州某公司, WRONG_LENGTH", "91371923MA3COKJY73, ILLEGAL_CHARACTER", "360426199101010072, WRONG_CHECK_DIGIT"
    })
    void saysWhyItIsNone(String text, CodeCheck reason) {
        Classified classified = SubjectCode.classify(text);
        assertThat(classified.kind()).isEqualTo(Kind.INVALID);
        assertThat(classified.check()).isEqualTo(reason);
    }

    @ParameterizedTest
    @NullAndEmptySource
    void nothingIsEmpty(String text) {
        assertThat(SubjectCode.classify(text).kind()).isEqualTo(Kind.EMPTY);
    }

    @Test
    void proposesWhatWasMeantAndDoesNotApplyIt() {
        String code = UnifiedSocialCreditCode.generate("91", "320500", 12_345).value();
        Classified classified = SubjectCode.classify(code.replace('0', 'O'));
        assertThat(classified.kind()).isEqualTo(Kind.INVALID);
        assertThat(classified.value()).contains("O");
        assertThat(classified.suggestion()).contains(code);
    }

    @ParameterizedTest
    @CsvSource({
        // 320500000001070 passes as registration number and, by its last nine, as taxpayer's number
        "320500000001070, ANY, REGISTRATION, TAXPAYER",
        "320500000001070, UNIFIED, REGISTRATION, TAXPAYER",
        "320500000001070, REGISTRATION, REGISTRATION, ",
        "320500000001070, TAXPAYER, TAXPAYER, ",
        "330203000030639, TAXPAYER, REGISTRATION, ",
        "360206550875725, REGISTRATION, TAXPAYER, ",
        "3205001800931, REGISTRATION, REGISTRATION_OLDER, ",
        "3205001800931, ANY, INVALID, ",
        "企合苏苏总字第004462号, ANY, REGISTRATION_OLDER, ",
        "360426910101007, CITIZEN_ID, CITIZEN_ID, ",
        "360426910101007, ANY, INVALID, "
    })
    void theColumnDecidesWhatTheDigitsLeaveOpen(
            String text, SubjectCode.Expected expected, Kind kind, Kind alternative) {
        Classified classified = SubjectCode.classify(text, expected);
        assertThat(classified.kind()).isEqualTo(kind);
        assertThat(classified.alternative().orElse(null)).isEqualTo(alternative);
    }

    @Test
    void aCitizensOldNumberIsHiddenWhereverItStands() {
        assertThat(SubjectCode.classify("360426910101007").isPersonal()).isTrue();
        assertThat(SubjectCode.classify("360426910101007", SubjectCode.Expected.CITIZEN_ID)
                        .value())
                .isEqualTo("360426199101010071");
        assertThat(SubjectCode.classify("330203000030638").isPersonal()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "91440300708461136T, 708461136",
        "360206550875725, 550875725",
        "60003734-1, 600037341",
        "330203000030639, ",
        "360426199101010071, ",
        "暂无, "
    })
    void findsTheOrganisationCodeInside(String text, String inside) {
        assertThat(SubjectCode.classify(text).organisationCode().orElse(null)).isEqualTo(inside);
    }

    @Test
    void knowsWhatIsPersonal() {
        assertThat(SubjectCode.classify("360426199101010071").isPersonal()).isTrue();
        assertThat(SubjectCode.classify("360426199101010072").isPersonal()).isTrue();
        assertThat(SubjectCode.classify("36042619910101007101").isPersonal()).isTrue();
        assertThat(SubjectCode.classify("91440300708461136T").isPersonal()).isFalse();
        assertThat(SubjectCode.classify("330203000030639").isPersonal()).isFalse();
    }
}
