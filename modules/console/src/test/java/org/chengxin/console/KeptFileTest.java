package org.chengxin.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeptFileTest {

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd, passwd",
        "C:\\Users\\x\\处罚.csv, 处罚.csv",
        "a\"b<c>.csv, a_b_c_.csv",
        "/, -",
    })
    void showsOnlyTheLastPartOfAName(String submitted, String shown) {
        assertThat(KeptFile.shownName(submitted)).isEqualTo(shown);
    }

    @Test
    void aMissingNameIsShownAsADash() {
        assertThat(KeptFile.shownName(null)).isEqualTo("-");
    }

    @Test
    void aRightToLeftMarkCannotDisguiseTheEnding() {
        assertThat(KeptFile.shownName("a\u202Evsc.exe")).isEqualTo("a_vsc.exe");
    }

    @Test
    void longNamesKeepTheirEnding() {
        assertThat(KeptFile.shownName("x".repeat(500) + ".csv")).hasSize(200).endsWith(".csv");
    }

    @ParameterizedTest
    @CsvSource({
        "a.CSV, text/csv",
        "a.b.xlsx, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "a.json, application/json",
        "a.pdf, ",
        "csv, text/csv",
    })
    void theEndingSaysTheType(String name, String type) {
        assertThat(KeptFile.mediaType(name)).isEqualTo(type);
    }
}
