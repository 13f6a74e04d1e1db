package org.chengxin.workflow.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CauseTextTest {

    @Test
    void messageAndRootStandInOneLine() {
        assertThat(CauseText.of("records could not be written\nmore", "java.net.SocketException: Connection reset"))
                .isEqualTo("records could not be written ← java.net.SocketException: Connection reset");
    }

    @Test
    void whatIsSaidTwiceStandsOnce() {
        assertThat(CauseText.of("no such step", "java.lang.IllegalStateException: no such step"))
                .isEqualTo("java.lang.IllegalStateException: no such step");
        assertThat(CauseText.of(null, null)).isEmpty();
        assertThat(CauseText.of("only this", null)).isEqualTo("only this");
    }

    @Test
    void contentsOfRecordsDoNotStandInIt() {
        assertThat(CauseText.of("invalid input syntax for type integer: \"张三的电话\"", null))
                .isEqualTo("invalid input syntax for type integer: \"…\"");
        assertThat(CauseText.of("value 110105194912310021 and 13800138000 of “张三”", null))
                .doesNotContain("19491231", "13800138000", "张三");
        assertThat(CauseText.of("Key (dedupe_key, name)=(k, 李四) already exists.", null))
                .isEqualTo("Key (dedupe_key, name)=(…) already exists.");
    }

    @Test
    void whatProgramsCallThemselvesStays() {
        String message = "new row for relation \"credit_record\" violates check constraint \"four_eyes\"";
        assertThat(CauseText.of(message, null)).isEqualTo(message);
        assertThat(CauseText.of("no record R202611230000001", null)).isEqualTo("no record R202611230000001");
    }

    @Test
    void aLongOneIsCut() {
        assertThat(CauseText.of("x".repeat(5_000), "y".repeat(5_000))).hasSize(301);
    }
}
