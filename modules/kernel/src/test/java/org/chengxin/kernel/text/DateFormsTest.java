package org.chengxin.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateFormsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2017-03-05",
                "2017-3-5",
                "2017/03/05",
                "2017/3/5",
                "2017.03.05",
                "20170305",
                "2017年3月5日",
                "2017年03月05号",
                "２０１７年３月５日",
                "二〇一七年三月五日",
                "二○一七年三月五日",
                "2017-03-05 14:30:00",
                "2017-03-05T00:00:00.000",
                "2017/3/5 0:00",
                "20170305143000",
                "2017年3月5日 14:30",
                "2017年3月5日14时30分",
                " 2017-03-05\u00A0",
                "2017 年 3 月 5 日",
                "2017-03-04T16:00:00Z",
                "2017-03-05T08:00:00+08:00"
            })
    void readsTheNotationsInUse(String text) {
        assertThat(DateForms.parse(text)).contains(LocalDate.of(2017, 3, 5));
    }

    @ParameterizedTest
    @CsvSource({
        "二〇二一年十二月三十一日, 2021-12-31",
        "二〇二〇年二月二十九日, 2020-02-29",
        "二〇一九年元月十日, 2019-01-10",
        "二零一九年十月二十日, 2019-10-20",
        "2099/12/31, 2099-12-31",
        "长期, 2099-12-31",
        "永久, 2099-12-31"
    })
    void readsNumeralsAndLongTerms(String text, LocalDate expected) {
        assertThat(DateForms.parse(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2017-02-29",
                "2017-13-01",
                "2017-00-10",
                "2017-03/05",
                "17-03-05",
                "2017-03",
                "2017",
                "20171301",
                "0001-01-01",
                "43159",
                "2017年3月",
                "二〇一七年十三月五日",
                "二〇一七年三月三十二日",
                "2017-03-05abc",
                "待定",
                "99999999",
                "二〇一七年十十月一日"
            })
    void refusesEverythingElse(String text) {
        assertThat(DateForms.parse(text)).isEmpty();
    }

    @Test
    void knowsTheLongTerm() {
        assertThat(DateForms.isLongTerm(DateForms.parse("2099.12.31").orElseThrow()))
                .isTrue();
        assertThat(DateForms.isLongTerm(LocalDate.of(2098, 12, 31))).isFalse();
        assertThat(DateForms.isLongTerm(null)).isFalse();
    }

    @Test
    void readsSerialNumbersOnlyWhenAsked() {
        assertThat(DateForms.parseExcelSerial(1)).contains(LocalDate.of(1900, 1, 1));
        assertThat(DateForms.parseExcelSerial(59)).contains(LocalDate.of(1900, 2, 28));
        assertThat(DateForms.parseExcelSerial(60)).isEmpty();
        assertThat(DateForms.parseExcelSerial(61)).contains(LocalDate.of(1900, 3, 1));
        assertThat(DateForms.parseExcelSerial("43159")).contains(LocalDate.of(2018, 2, 28));
        assertThat(DateForms.parseExcelSerial("43159.75")).contains(LocalDate.of(2018, 2, 28));
        assertThat(DateForms.parseExcelSerial(0)).isEmpty();
        assertThat(DateForms.parseExcelSerial(2_958_465)).contains(LocalDate.of(9999, 12, 31));
        assertThat(DateForms.parseExcelSerial(2_958_466)).isEmpty();
        assertThat(DateForms.parseExcelSerial(Double.NaN)).isEmpty();
        assertThat(DateForms.parseExcelSerial("2018-02-28")).isEmpty();
    }
}
