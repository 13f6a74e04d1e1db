package org.chengxin.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+86", "-5", "@SUM(A1)"})
    void whatASpreadsheetWouldExecuteBecomesText(String cell) {
        assertThat(CsvLine.of(cell)).isEqualTo("'" + cell + "\r\n");
    }

    @Test
    void tabAndReturnAtTheBeginningAreNeutralisedToo() {
        assertThat(CsvLine.of("\t=1")).isEqualTo("'\t=1\r\n");
        assertThat(CsvLine.of("\r=1")).isEqualTo("\"'\r=1\"\r\n");
    }

    @Test
    void cellsAreQuotedWhereTheyHaveTo() {
        assertThat(CsvLine.of(3, null, "甲,乙", "他说\"好\"", "两\n行", "平"))
                .isEqualTo("3,,\"甲,乙\",\"他说\"\"好\"\"\",\"两\n行\",平\r\n");
    }

    @Test
    void aNumberIsNoFormula() {
        assertThat(CsvLine.of(-1)).isEqualTo("-1\r\n");
    }

    @Test
    void aFormulaInsideQuotesIsNeutralisedAsWell() {
        assertThat(CsvLine.of("=HYPERLINK(\"http://x\",\"y\")"))
                .isEqualTo("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"\r\n");
    }
}
