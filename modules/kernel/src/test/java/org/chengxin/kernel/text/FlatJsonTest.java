package org.chengxin.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class FlatJsonTest {

    @Test
    void empty_ones_are_JSON_too() {
        assertThat(FlatJson.object()).hasToString("{}");
        assertThat(FlatJson.array()).hasToString("[]");
        assertThat(FlatJson.array().isEmpty()).isTrue();
    }

    @Test
    void members_stand_in_their_order() {
        assertThat(FlatJson.object()
                        .add("当事人", "恒通")
                        .add("fine", new BigDecimal("15000.50"))
                        .add("row", 7))
                .hasToString("{\"当事人\":\"恒通\",\"fine\":15000.50,\"row\":7}");
    }

    @Test
    void what_would_end_a_text_is_escaped() {
        assertThat(FlatJson.array().add("a\"b\\c").add("\r\n\t").add("\u0001x").add("é𠮷"))
                .hasToString("[\"a\\\"b\\\\c\",\"\\r\\n\\t\",\"\\u0001x\",\"é𠮷\"]");
    }

    @Test
    void an_element_may_be_an_object() {
        assertThat(FlatJson.array()
                        .add(FlatJson.object().add("a", "1"))
                        .add(FlatJson.object().add("a", "2")))
                .hasToString("[{\"a\":\"1\"},{\"a\":\"2\"}]");
    }
}
