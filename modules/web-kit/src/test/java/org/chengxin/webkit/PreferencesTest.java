package org.chengxin.webkit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PreferencesTest {

    @Test
    void chineseUnlessChosenOtherwise() {
        Preferences none = Preferences.of(Requests.with(null, Map.of()));
        assertThat(none).isEqualTo(new Preferences("zh_CN", "normal", "normal"));
        assertThat(none.tag()).isEqualTo("zh-CN");
    }

    @Test
    void theAddressComesBeforeTheCookie() {
        Cookie english = new Cookie("chengxin_lang", "en");
        assertThat(Preferences.of(Requests.with(null, Map.of(), english)).tag()).isEqualTo("en");
        assertThat(Preferences.of(Requests.with("lang=zh_CN", Map.of("lang", "zh_CN"), english))
                        .english())
                .isFalse();
    }

    @Test
    void theAddressCountsBehindAForwardToo() {
        assertThat(Preferences.of(Requests.forwarded("lang=en", Map.of("lang", "en")))
                        .english())
                .isTrue();
    }

    @Test
    void unknownChoicesAreNone() {
        Preferences preferences = Preferences.of(Requests.with(
                "lang=fr&contrast=x", Map.of("lang", "fr", "contrast", "\""), new Cookie("chengxin_text", "huge")));
        assertThat(preferences).isEqualTo(new Preferences("zh_CN", "normal", "normal"));
    }

    @Test
    void linksKeepTheQuestionAndNeverACitizensNumber() {
        Address address = new Address();
        address.siteUrl = java.util.Optional.of("https://credit.example/");
        address.request = Requests.with("q=x", Map.of("q", "恒达 a&b"));
        assertThat(address.with("lang", "en"))
                .matches("/search\\?.*q=%E6%81%92%E8%BE%BE\\+a%26b.*")
                .contains("lang=en");
        assertThat(address.getCanonical()).isEqualTo("https://credit.example/search?q=%E6%81%92%E8%BE%BE+a%26b");
        address.request = Requests.with("q=x", Map.of("q", "张三 360426 19910101 0071", "lang", "en"));
        assertThat(address.with("contrast", "high")).doesNotContain("1991").contains("contrast=high");
        assertThat(address.getCanonical()).isEqualTo("https://credit.example/search");
    }

    @Test
    void linksDoNotRepeatAChoiceThatThereIsNot() {
        Address address = new Address();
        address.siteUrl = java.util.Optional.empty();
        address.request = Requests.with("q=x", Map.of("q", "恒达", "lang", "x".repeat(900), "text", "large"));
        assertThat(address.with("contrast", "high")).doesNotContain("lang").contains("text=large", "contrast=high");
    }

    @Test
    void whetherTheSiteKnowsItsAddress() {
        Address address = new Address();
        address.siteUrl = java.util.Optional.empty();
        address.request = Requests.with(null, Map.of());
        assertThat(address.isConfigured()).isFalse();
        assertThat(address.published("/subjects/1")).isEqualTo("/subjects/1");
        address.siteUrl = java.util.Optional.of("https://credit.example/");
        assertThat(address.isConfigured()).isTrue();
        assertThat(address.published("/subjects/1")).isEqualTo("https://credit.example/subjects/1");
    }
}
