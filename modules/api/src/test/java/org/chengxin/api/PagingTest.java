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
    @CsvSource({"0,1", "-7,1", "1,1", "200,200", "201,200", "99999999999,200"})
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
        assertThat(Paging.keys(Paging.cursor(17, 3), 2)).containsExactly(17, 3);
        assertThat(Paging.cursor(17, 3)).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void noCursorIsTheBeginning() {
        assertThat(Paging.keys(null, 1)).isNull();
        assertThat(Paging.keys(" ", 1)).isNull();
        assertThat(Paging.passed("")).isNull();
        assertThat(Paging.passed("x")).isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%", "AAAA", "MQ", "MS4yLjM"})
    void aCursorOfAnotherListIsRefused(String cursor) {
        assertThatThrownBy(() -> Paging.keys(cursor, 2))
                .isInstanceOfSatisfying(BusinessRefusal.class, refusal -> assertThat(refusal.code())
                        .isEqualTo("CURSOR_INVALID"));
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
