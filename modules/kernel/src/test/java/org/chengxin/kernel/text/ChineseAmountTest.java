package org.chengxin.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.chengxin.kernel.text.ChineseAmount.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChineseAmountTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "人民币壹万伍仟壹佰伍拾元整|15150",
                "贰拾万元|200000",
                "1.5万元|15000",
                "5,000.00元|5000",
                "5000|5000",
                "５０００元|5000",
                "￥1,234,567.80|1234567.8",
                "十五万元|150000",
                "壹仟零伍拾元|1050",
                "壹万零伍元|10005",
                "3万2千元|32000",
                "1亿2000万元|120000000",
                "伍元叁角贰分|5.32",
                "壹佰元零伍分|100.05",
                "一万亿元|1000000000000",
                "0|0",
                "零元整|0",
                "人民币：2 万元|20000",
                "两千元|2000",
                "0.5万|5000",
                "-300.50|-300.5",
                "100万元人民币|1000000",
                "0万人民币|0",
                "150万人民币|1500000",
                "10261.200000000001|10261.2",
                "30136.400000000001|30136.4",
                "123456789012345678|123456789012345678",
                "1000000.000000|1000000"
            })
    void readsAmounts(String text, BigDecimal yuan) {
        assertThat(ChineseAmount.parse(text)).contains(yuan);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"5万美元", "1-5万元", "若干元", "一万五元", "12,34元", "壹贰叁元", "拾佰元", "万元", "1.2.3", "元", "5元以下", "1e5", "百元"
            })
    void refusesWhatIsNoneOrAmbiguous(String text) {
        assertThat(ChineseAmount.parse(text)).isEmpty();
    }

    @Test
    void readsColumnsInTenThousands() {
        assertThat(ChineseAmount.parseTenThousands("1.5")).contains(new BigDecimal("15000"));
        assertThat(ChineseAmount.parseTenThousands("15000元")).contains(new BigDecimal("15000"));
        assertThat(ChineseAmount.parseTenThousands("1.5万元")).contains(new BigDecimal("15000"));
        assertThat(ChineseAmount.parseTenThousands("0.123456")).contains(new BigDecimal("1234.56"));
    }

    @Test
    void findsAmountsInProse() {
        String text = "依据某法第83条，处人民币壹拾万元整（￥100000.00元）罚款；没收违法所得3.2万元，缴纳滞纳金５００元。美元5万美元不计，2017年元旦前。";
        List<Found> found = ChineseAmount.findIn(text);
        assertThat(found)
                .extracting(Found::yuan)
                .containsExactly(
                        new BigDecimal("100000"),
                        new BigDecimal("100000"),
                        new BigDecimal("32000"),
                        new BigDecimal("500"));
        assertThat(found).extracting(Found::text).contains("人民币壹拾万元整", "3.2万元", "５００元");
        assertThat(found).allSatisfy(amount -> assertThat(text.substring(amount.start(), amount.end()))
                .isEqualTo(amount.text()));
    }

    @Test
    void aNameWithANumeralIsNoAmount() {
        assertThat(ChineseAmount.findIn("苏州三元食品有限公司生产二元酸，罚款三十元"))
                .extracting(Found::text)
                .containsExactly("三十元");
        assertThat(ChineseAmount.findIn("罚款人民币三元，另付叁元整")).hasSize(2);
    }

    @Test
    void longTextsDoNotHurt() {
        assertThat(ChineseAmount.findIn("1万".repeat(20_000))).isEmpty();
        assertThat(ChineseAmount.findIn("9".repeat(50_000))).isEmpty();
        assertThat(ChineseAmount.findIn("一".repeat(50_000))).isEmpty();
    }
}
