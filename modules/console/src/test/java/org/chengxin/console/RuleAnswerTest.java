package org.chengxin.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RuleAnswerTest {

    @Test
    void tellsTheRowFromTheCitation() {
        RuleAnswer answer = RuleAnswer.parse("conduct-class#alert-serious 苏府[2003]184号 三.2（4）");
        assertThat(answer.row()).isEqualTo("conduct-class#alert-serious");
        assertThat(answer.citation()).isEqualTo("苏府[2003]184号 三.2（4）");
    }

    @Test
    void wordsOfAPersonAreTheCitation() {
        assertThat(RuleAnswer.parse("企业信息公示暂行条例 第三条")).isEqualTo(new RuleAnswer("", "企业信息公示暂行条例 第三条"));
    }

    @Test
    void nothingIsNothing() {
        assertThat(RuleAnswer.parse(null)).isEqualTo(new RuleAnswer("", ""));
        assertThat(RuleAnswer.parse("disclosure-scope#none")).isEqualTo(new RuleAnswer("disclosure-scope#none", ""));
    }
}
