package org.chengxin.kernel.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.chengxin.kernel.BusinessRefusal;
import org.junit.jupiter.api.Test;

class KeyTakenTest {

    @Test
    void aKeyThatSomebodyElseTookIsAConflict() {
        RuntimeException failure = new IllegalStateException(new RuntimeException(new SQLException("x", "23505")));
        assertThat(KeyTaken.or(failure)).isInstanceOfSatisfying(BusinessRefusal.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(BusinessRefusal.Kind.CONFLICT);
            assertThat(refusal.code()).isEqualTo("CONCURRENT_CHANGE");
        });
    }

    @Test
    void everyOtherFailureStaysWhatItIs() {
        RuntimeException missing = new IllegalStateException(new SQLException("x", "23503"));
        assertThat(KeyTaken.or(missing)).isSameAs(missing);
        RuntimeException without = new IllegalStateException("x");
        assertThat(KeyTaken.or(without)).isSameAs(without);
    }

    @Test
    void aCircleOfCausesEnds() {
        Throwable circle = new IllegalStateException("a");
        circle.initCause(new IllegalStateException("b", circle));
        assertThat(KeyTaken.isBehind(circle)).isFalse();
    }
}
