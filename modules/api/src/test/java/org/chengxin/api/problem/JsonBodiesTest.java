package org.chengxin.api.problem;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodiesTest {

    private static byte[] utf8(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"outcome\":\"approve\",\"reason\":\"核对无误 😀\",\"fields\":{\"n\":-1.5e3,\"b\":true,\"z\":null}}",
                "[]",
                "  {\"a\":\"\\ud83d\\ude00 \\\\u0000\"}  "
            })
    void jsonPasses(String json) {
        assertThatCode(() -> JsonBodies.refuseMalformed(utf8(json))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"a\":1} and more",
                "{\"a\":1}{}",
                "{'a':1}",
                "{\"a\":NaN}",
                "{\"a\":\"\\u0000\"}",
                "{\"a\\u0000\":1}",
                "{\"a\":\"\\ud800\"}",
                "{\"a\":1e999999999}",
                "{\"a\":1e-999999999}",
                "{\"a\":1e99999999999}"
            })
    void whatIsNoJsonOrDoesHarmIsTheCallersMistake(String json) {
        assertThatThrownBy(() -> JsonBodies.refuseMalformed(utf8(json))).isInstanceOf(MalformedBody.class);
    }

    @Test
    void itIsInUtf8() {
        byte[] gbk = "{\"reason\":\"核对无误\"}".getBytes(Charset.forName("GBK"));
        assertThatThrownBy(() -> JsonBodies.refuseMalformed(gbk)).isInstanceOf(MalformedBody.class);
    }

    @Test
    void itNestsNoDeeperThanAnybodyNeeds() {
        int fits = JsonBodies.DEEPEST;
        assertThatCode(() -> JsonBodies.refuseMalformed(utf8("[".repeat(fits) + "]".repeat(fits))))
                .doesNotThrowAnyException();
        for (int deep : new int[] {fits + 1, 100_000}) {
            assertThatThrownBy(() -> JsonBodies.refuseMalformed(utf8("[".repeat(deep) + "]".repeat(deep))))
                    .isInstanceOf(MalformedBody.class);
        }
    }
}
