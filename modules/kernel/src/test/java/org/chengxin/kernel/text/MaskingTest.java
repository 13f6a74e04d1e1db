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
}
