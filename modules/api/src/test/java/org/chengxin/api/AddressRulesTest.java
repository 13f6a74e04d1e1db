package org.chengxin.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressRulesTest {

    @Test
    void anOrdinaryQueryPasses() {
        assertThat(AddressRules.refusal(null)).isZero();
        assertThat(AddressRules.refusal("q=%E8%8B%8F%E5%B7%9E&limit=200")).isZero();
        assertThat(AddressRules.refusal("q=100%25+0")).isZero();
    }

    @Test
    void whatNoTextCanHoldIsRefused() {
        assertThat(AddressRules.refusal("q=a%00b")).isEqualTo(400);
        assertThat(AddressRules.refusal("q=a\0b")).isEqualTo(400);
    }

    @Test
    void aQueryHasAnEnd() {
        assertThat(AddressRules.refusal("q=" + "a".repeat(8190))).isZero();
        assertThat(AddressRules.refusal("q=" + "a".repeat(8191))).isEqualTo(414);
    }
}
