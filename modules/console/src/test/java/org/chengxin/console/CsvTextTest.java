package org.chengxin.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+86", "-1", "@SUM(A1)", "\tx", "＝HYPERLINK", "－5"})
    void nothingIsCalculatedByASpreadsheet(String text) {
        assertThat(CsvText.cell(text)).startsWith("'");
    }

    @Test
    void aCalculationBehindAQuoteIsDefusedInsideTheQuotes() {
        assertThat(CsvText.cell("=A1,\"x\"")).isEqualTo("\"'=A1,\"\"x\"\"\"");
    }

    @Test
    void numbersStayNumbers() {
        assertThat(CsvText.cell(-5)).isEqualTo("-5");
    }

    @Test
    void quotesWhatWouldBreakTheLine() {
        assertThat(CsvText.line(2, "甲,乙", "行1\n行2", null, "a\"b")).isEqualTo("2,\"甲,乙\",\"行1\n行2\",,\"a\"\"b\"\r\n");
    }
}
