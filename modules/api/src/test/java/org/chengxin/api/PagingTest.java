package org.chengxin.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.chengxin.kernel.BusinessRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {

    @ParameterizedTest
    @CsvSource({
        "0,1",
        "-7,1",
        "1,1",
        "200,200",
        "201,200",
        "99999999999,200",
        "99999999999999999999,200",
        "-99999999999999999999,1",
        "+5,5"
    })
    void limitsAreClamped(String text, int expected) {
        assertThat(Paging.limit(text)).isEqualTo(expected);
    }

    @Test
    void withoutALimitAPageHasFifty() {
        assertThat(Paging.limit(null)).isEqualTo(50);
        assertThat(Paging.limit("")).isEqualTo(50);
    }

    @Test
    void aLimitThatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> Paging.limit("many"))
                .isInstanceOfSatisfying(BusinessRefusal.class, refusal -> assertThat(refusal.code())
                        .isEqualTo("PARAMETER_INVALID"));
    }

    @Test
    void aCursorComesBackAsItWent() {
        assertThat(Paging.keys(Paging.cursor("rows", 17, 3), "rows", 2)).containsExactly(17, 3);
        assertThat(Paging.cursor("rows", 17, 3)).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void noCursorIsTheBeginning() {
        assertThat(Paging.keys(null, "rows", 1)).isNull();
        assertThat(Paging.keys(" ", "rows", 1)).isNull();
        PageParameters page = new PageParameters();
        assertThat(page.cursor()).isNull();
        page.cursor = "";
        assertThat(page.cursor()).isNull();
        page.cursor = "x";
        assertThat(page.cursor()).isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%", "AAAA", "MQ", "MS4yLjM"})
    void aCursorThatWasChangedIsRefused(String cursor) {
        refused(cursor, "rows", 2);
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        refused(Paging.cursor("rows:L1", 17), "rows:L2", 1);
        refused(Paging.cursor("rows:L1", 17), "rows:L1", 2);
    }

    private static void refused(String cursor, String list, int count) {
        assertThatThrownBy(() -> Paging.keys(cursor, list, count))
                .isInstanceOfSatisfying(BusinessRefusal.class, refusal -> assertThat(refusal.code())
                        .isEqualTo("CURSOR_INVALID"));
    }

    @Test
    void aFragmentThatNoNameCanHoldIsRefused() {
        assertThat(Paging.fragment("q", "企".repeat(200))).hasSize(200);
        assertThat(Paging.fragment("q", null)).isNull();
        assertThatThrownBy(() -> Paging.fragment("q", "企".repeat(201)))
                .isInstanceOfSatisfying(BusinessRefusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("TOO_LONG");
                    assertThat(refusal.arguments()).containsExactly("q");
                });
    }

    @Test
    void flagsAreTrueFalseOrNothing() {
        assertThat(Paging.flag("overdue", "true")).isTrue();
        assertThat(Paging.flag("overdue", "false")).isFalse();
        assertThat(Paging.flag("overdue", "")).isFalse();
        assertThat(Paging.flag("overdue", null)).isFalse();
        assertThatThrownBy(() -> Paging.flag("overdue", "maybe")).isInstanceOf(BusinessRefusal.class);
    }
}
