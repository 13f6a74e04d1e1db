package org.chengxin.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskingTest {

    @Test
    void numbersKeepTheirEnds() {
        assertThat(Masking.id("360426199101010071")).isEqualTo("360426********0071");
        assertThat(Masking.id("36042619910101007101")).isEqualTo("360426**********7101");
        assertThat(Masking.id("G12345678")).isEqualTo("G1*****78");
        assertThat(Masking.id("12345")).isEqualTo("*****");
        assertThat(Masking.phone("13812345678")).isEqualTo("138****5678");
        assertThat(Masking.phone("0512-65123456")).isEqualTo("051******3456");
        assertThat(Masking.phone("110")).isEqualTo("***");
    }

    @Test
    void namesKeepTheFamilyName() {
        assertThat(Masking.personName("张三")).isEqualTo("张某某");
        assertThat(Masking.personName("张三丰")).isEqualTo("张某某");
        assertThat(Masking.personName("欧阳修文")).isEqualTo("欧阳某某");
        assertThat(Masking.personName("Smith")).isEqualTo("S***");
        assertThat(Masking.personName("𠮷田")).isEqualTo("𠮷某某");
    }

    @Test
    void findsCitizensNumbersInProse() {
        assertThat(Masking.maskIdsIn("当事人张某（身份证号360426199101010071）住某地")).isEqualTo("当事人张某（身份证号360426********0071）住某地");
        assertThat(Masking.maskIdsIn("号360426199101010072误")).isEqualTo("号360426********0072误");
        assertThat(Masking.maskIdsIn("号３６０４２６１９９１０１０１００７１。")).isEqualTo("号３６０４２６********００７１。");
        assertThat(Masking.maskIdsIn("旧号360426910101007")).isEqualTo("旧号360426*****1007");
        assertThat(Masking.maskIdsIn("税号36042619910101007101")).isEqualTo("税号360426**********7101");
    }

    @Test
    void leavesCodesOfOrganisationsAndOtherNumbers() {
        for (String text : new String[] {
            "代码91440300708461136T", "注册号330203000030639", "账号622848000000000000001", "单号201703050000012345", "罚款10000元"
        }) {
            assertThat(Masking.maskIdsIn(text)).isEqualTo(text);
        }
    }

    @Test
    void findsCitizensNumbersInPartsAndBesideOtherCharacters() {
        assertThat(Masking.maskIdsIn("号320501 19800101 7774。")).isEqualTo("号320501 ******** 7774。");
        assertThat(Masking.maskIdsIn("320501-19800101-7774")).isEqualTo("320501-********-7774");
        assertThat(Masking.maskIdsIn("320501.1980.0101.7774")).isEqualTo("320501.****.****.7774");
        assertThat(Masking.maskIdsIn("３２０５０１　１９８００１０１－７７７４")).isEqualTo("３２０５０１　********－７７７４");
        assertThat(Masking.maskIdsIn("360426 1991 0101 007\u200b1")).isEqualTo("360426 **** **** 007\u200b1");
        assertThat(Masking.maskIdsIn("A320501198001017774B")).isEqualTo("A320501********7774B");
        assertThat(Masking.maskIdsIn("9320501198001017774")).isEqualTo("9320501********7774");
        assertThat(Masking.maskIdsIn("3205011980010177745")).isEqualTo("320501********77745");
        assertThat(Masking.maskIdsIn("第12号320501 19800101 7774、320501 19800101 7774"))
                .isEqualTo("第12号320501 ******** 7774、320501 ******** 7774");
        assertThat(Masking.maskIdsIn("110101 19900307 002 X")).isEqualTo("110101 ******** 002 X");
    }

    @Test
    void hidesMobileNumbersWhereTheyAreAskedFor() {
        assertThat(Masking.maskNumbersIn("电话13812345678")).isEqualTo("电话138****5678");
        assertThat(Masking.maskNumbersIn("电话１３８１２３４５６７８。")).isEqualTo("电话１３８****５６７８。");
        assertThat(Masking.maskNumbersIn("+8613812345678或+86 138-1234-5678"))
                .isEqualTo("+86138****5678或+86 138-****-5678");
        assertThat(Masking.maskNumbersIn("138 1234 5678")).isEqualTo("138 **** 5678");
        assertThat(Masking.maskNumbersIn("Tel13812345678,13912345678")).isEqualTo("Tel138****5678,139****5678");
        assertThat(Masking.maskNumbersIn("1.13812345678.13912345678")).isEqualTo("1.138****5678.139****5678");
        assertThat(Masking.maskNumbersIn("证320501 19800101 7774电话13812345678"))
                .isEqualTo("证320501 ******** 7774电话138****5678");
        assertThat(Masking.maskIdsIn("电话13812345678")).isEqualTo("电话13812345678");
    }

    @Test
    void leavesWhatOnlyLooksLikeAPersonsNumber() {
        for (String text : new String[] {
            "320501 19800101 7775",
            "A320501198001017775B",
            "900000000000000001",
            "代码91440300708461136T",
            "代码91440300 708461136 T",
            "罚款13812345678元",
            "合计13812345678.50",
            "￥13812345678",
            "苏罚〔2026〕13812345678号",
            "苏罚字130-2020-0001号",
            "流水号138123456789",
            "电话0512-65123456",
            "自2019-01-02至2020-03-04，10000元",
            ""
        }) {
            assertThat(Masking.maskNumbersIn(text)).isSameAs(text);
        }
    }
}
