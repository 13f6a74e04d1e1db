package org.chengxin.launcher.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TextsTest {

    @Test
    void bothLanguagesHaveTheSameSentencesWithTheSameGaps() throws IOException {
        Properties chinese = load("Messages.properties");
        Properties english = load("Messages_en.properties");
        assertThat(english.stringPropertyNames()).isEqualTo(chinese.stringPropertyNames());
        assertThat(chinese.stringPropertyNames()).allSatisfy(key -> assertThat(gaps(english.getProperty(key)))
                .isEqualTo(gaps(chinese.getProperty(key))));
    }

    @Test
    void theTerminalDecidesTheLanguage() {
        assertThat(Texts.localeOf(Map.of("LANG", "zh_CN.UTF-8"))).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        assertThat(Texts.localeOf(Map.of("LANG", "zh_CN.UTF-8", "LC_ALL", "C.UTF-8")))
                .isEqualTo(Locale.ENGLISH);
        assertThat(Texts.localeOf(Map.of())).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void portsAreNotGroupedLikeQuantities() {
        assertThat(Texts.of(Locale.ENGLISH).in("start.port", 9080, "CHENGXIN_HTTP_PORT"))
                .startsWith("Port 9080 is in use");
        assertThat(Texts.of(Locale.SIMPLIFIED_CHINESE).in("start.port", 9080, "CHENGXIN_HTTP_PORT"))
                .startsWith("端口 9080 ");
    }

    private static String gaps(String text) {
        StringBuilder gaps = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            if (text.contains("{" + i + "}")) {
                gaps.append(i);
            }
        }
        return gaps.toString();
    }

    private static Properties load(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                TextsTest.class.getResourceAsStream("/org/chengxin/launcher/" + name), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
