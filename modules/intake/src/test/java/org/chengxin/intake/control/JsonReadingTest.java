package org.chengxin.intake.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.chengxin.intake.control.UnreadableFile.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReadingTest {

    private static Lots.Table read(String json) {
        return Lots.read(json.getBytes(StandardCharsets.UTF_8), "application/json");
    }

    @Test
    void keysOfAllObjectsBecomeColumns() {
        Lots.Table table = read("[{\"a\":\"甲\",\"b\":1.50},{\"c\":true,\"a\":null},{}]");

        assertThat(table.header()).containsExactly("a", "b", "c");
        assertThat(table.headerRow()).isZero();
        assertThat(table.cells())
                .containsExactly(List.of("甲", "1.50", ""), List.of("", "", "true"), List.of("", "", ""));
        assertThat(table.numbers()).containsExactly(1, 2, 3);
    }

    @Test
    void listsBecomeOneCellAndObjectsStayJson() {
        assertThat(read("[{\"a\":[\"甲\",\"乙\",3],\"b\":{\"x\":[1]}}]").cells())
                .containsExactly(List.of("甲；乙；3", "{\"x\":[1]}"));
    }

    @Test
    void aNumberCannotUnfoldIntoMegabytes() {
        assertThat(read("[{\"a\":1E3,\"b\":1E999999}]").cells()).containsExactly(List.of("1000", "1E999999"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "[]~EMPTY",
                "[{}]~EMPTY",
                "[1]~BROKEN",
                "[{\"a\":1}~BROKEN",
                "[{\"a\":1},]~BROKEN",
                "[{\"a\":1}] x~BROKEN",
                "[{\"a\":1,\"a\":2}]~BROKEN",
                "{\"a\":1}~BROKEN",
                "{\"a\"~BROKEN",
                "a,b~WRONG_TYPE"
            })
    void isRefusedWithAReason(String json, Reason reason) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOfSatisfying(UnreadableFile.class, refusal -> assertThat(refusal.reason())
                        .isEqualTo(reason));
    }

    @Test
    void isRefusedWhenNestedWithoutEnd() {
        assertThatThrownBy(() -> read("[{\"a\":" + "[".repeat(50_000))).isInstanceOf(UnreadableFile.class);
    }
}
