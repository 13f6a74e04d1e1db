package org.chengxin.intake.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.chengxin.intake.control.UnreadableFile.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CsvReadingTest {

    private static final String TEXT = "名称,文号\n江南某某染织有限公司,环罚〔2026〕1号\n";
    private static final List<List<String>> ROWS = List.of(List.of("江南某某染织有限公司", "环罚〔2026〕1号"));

    static Stream<byte[]> encodings() {
        Charset gb = Charset.forName("GB18030");
        return Stream.of(
                TEXT.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8),
                TEXT.getBytes(gb),
                ("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16LE),
                ("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16BE),
                TEXT.replace("\n", "\r\n").getBytes(gb));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void everyEncodingGivesTheSameRows(byte[] bytes) {
        Lots.Table table = Lots.read(bytes, "text/csv; charset=anything");

        assertThat(table.header()).containsExactly("名称", "文号");
        assertThat(table.cells()).isEqualTo(ROWS);
        assertThat(table.numbers()).containsExactly(2);
    }

    @Test
    void charactersBeyondGbkSurvive() {
        String text = "名称,𬭎\n𠀀某,1\n";

        assertThat(Lots.read(text, Charset.forName("GB18030")).cells()).containsExactly(List.of("𠀀某", "1"));
    }

    @ParameterizedTest
    @CsvSource({"','", "';'", "'\t'", "'|'"})
    void theSeparatorIsFound(String separator) {
        String text = "甲,乙,丙\n1,\"a;b\t|,\",3\n4,5,6\n".replace("a;b\t|,", "x").replace(",", separator);

        assertThat(Lots.read(text).cells()).containsExactly(List.of("1", "x", "3"), List.of("4", "5", "6"));
    }

    @Test
    void aStrayTabInTheHeaderDoesNotDecide() {
        Lots.Table table = Lots.read("编号\t号码,名称,级别\n1,甲厂,2018\n1,乙厂,2018\n");

        assertThat(table.header()).containsExactly("编号\t号码", "名称", "级别");
        assertThat(table.cells()).containsExactly(List.of("1", "甲厂", "2018"), List.of("1", "乙厂", "2018"));
    }

    @Test
    void cellsMayHoldLineBreaksAndQuotes() {
        Lots.Table table = Lots.read("甲,乙\n\"一\n二\",\"他说\"\"好\"\"\"\n三,四\n");

        assertThat(table.cells()).containsExactly(List.of("一\n二", "他说\"好\""), List.of("三", "四"));
        assertThat(table.numbers()).containsExactly(2, 3);
    }

    @Test
    void blankRowsBetweenCountAndThoseAtTheEndDoNot() {
        Lots.Table table = Lots.read("甲,乙\n1,2\n\n , \n3,4\n,\n\n\n");

        assertThat(table.numbers()).containsExactly(2, 3, 4, 5);
        assertThat(table.cells()).containsExactly(List.of("1", "2"), List.of(), List.of(), List.of("3", "4"));
    }

    @Test
    void blankRowsBeforeTheHeaderAreCounted() {
        Lots.Table table = Lots.read("\n\n甲,乙\n1,2\n");

        assertThat(table.headerRow()).isEqualTo(3);
        assertThat(table.numbers()).containsExactly(4);
    }

    @Test
    void rowsMayBeShorterOrLongerThanTheHeader() {
        assertThat(Lots.read("甲,乙,,\n1\n1,2,3\n").cells()).containsExactly(List.of("1"), List.of("1", "2", "3"));
        assertThat(Lots.read("甲,乙,,\n1,2\n").header()).containsExactly("甲", "乙");
    }

    static Stream<Arguments> refused() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13};
        return Stream.of(
                Arguments.of("nothing", new byte[0], Reason.EMPTY),
                Arguments.of("blanks", "\n \n".getBytes(StandardCharsets.UTF_8), Reason.EMPTY),
                Arguments.of("header only", "甲,乙\n".getBytes(StandardCharsets.UTF_8), Reason.EMPTY),
                Arguments.of("header and blanks", "甲,乙\n,\n\n".getBytes(StandardCharsets.UTF_8), Reason.EMPTY),
                Arguments.of("picture", png, Reason.WRONG_TYPE),
                Arguments.of("pdf", "%PDF-1.7\n".getBytes(StandardCharsets.UTF_8), Reason.WRONG_TYPE),
                Arguments.of("web page", "\n<html><table>".getBytes(StandardCharsets.UTF_8), Reason.WRONG_TYPE),
                Arguments.of("xml", "<?xml version='1.0'?><a/>".getBytes(StandardCharsets.UTF_8), Reason.WRONG_TYPE),
                Arguments.of("NUL", "甲,乙\n1,\0\n".getBytes(StandardCharsets.UTF_8), Reason.NUL_BYTES),
                Arguments.of("UTF-16 without mark", TEXT.getBytes(StandardCharsets.UTF_16LE), Reason.NUL_BYTES),
                Arguments.of(
                        "no encoding",
                        new byte[] {'a', ',', 'b', '\n', (byte) 0xFF, (byte) 0xFF, '\n'},
                        Reason.UNKNOWN_ENCODING),
                Arguments.of(
                        "broken UTF-8 with mark",
                        new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'a', '\n', (byte) 0xC4, '\n'},
                        Reason.UNKNOWN_ENCODING),
                Arguments.of("open quote", "甲,乙\n1,\"2\n3,4\n5,6\n".getBytes(StandardCharsets.UTF_8), Reason.BROKEN),
                Arguments.of("caption", "处罚汇总表\n甲,乙,丙\n1,2,3\n".getBytes(StandardCharsets.UTF_8), Reason.NO_HEADER),
                Arguments.of(
                        "data first",
                        "江南某厂,91440300708461136T\n乙,1\n".getBytes(StandardCharsets.UTF_8),
                        Reason.NO_HEADER),
                Arguments.of(
                        "columns",
                        ("甲" + ",乙".repeat(20) + "\n1,2\n").getBytes(StandardCharsets.UTF_8),
                        Reason.TOO_MANY_COLUMNS),
                Arguments.of(
                        "a million columns",
                        ("x" + ",".repeat(900_000)).concat("y\n1\n").getBytes(StandardCharsets.UTF_8),
                        Reason.TOO_MANY_COLUMNS),
                Arguments.of(
                        "rows", ("甲\n" + "1\n".repeat(101)).getBytes(StandardCharsets.UTF_8), Reason.TOO_MANY_ROWS),
                Arguments.of("size", new byte[(1 << 20) + 1], Reason.TOO_LARGE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void isRefusedWithAReason(String what, byte[] bytes, Reason reason) {
        assertThatThrownBy(() -> Lots.read(bytes, null))
                .isInstanceOfSatisfying(UnreadableFile.class, refusal -> assertThat(refusal.reason())
                        .isEqualTo(reason));
    }

    @Test
    void theMediaTypeMustNotContradictTheContent() {
        byte[] csv = TEXT.getBytes(StandardCharsets.UTF_8);

        assertThat(Lots.read(csv, "application/vnd.ms-excel").cells()).isEqualTo(ROWS);
        for (String type : List.of(
                "application/json", "image/png", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")) {
            assertThatThrownBy(() -> Lots.read(csv, type))
                    .isInstanceOfSatisfying(UnreadableFile.class, refusal -> assertThat(refusal.reason())
                            .isEqualTo(Reason.WRONG_TYPE));
        }
    }
}
