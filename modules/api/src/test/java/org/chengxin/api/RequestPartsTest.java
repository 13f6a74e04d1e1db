package org.chengxin.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers and parameters, and what is made of them. */
class RequestPartsTest {

    @Test
    void basicCredentialsAreUtf8AndThePasswordMayHoldColons() {
        String header = "basic " + Base64.getEncoder().encodeToString("clerk.env:密:码".getBytes(StandardCharsets.UTF_8));
        assertThat(Credentials.parse(header)).contains(new Credentials("clerk.env", "密:码"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Basic", "Bearer abc", "Basic !!!", "Basic bm9jb2xvbg==", "Basic OnB3"})
    void whatIsNoBasicSignsNobodyIn(String header) {
        assertThat(Credentials.parse(header)).isEmpty();
    }

    @Test
    void credentialsDoNotShowThePassword() {
        assertThat(new Credentials("a", "secret").toString()).doesNotContain("secret");
    }

    @Test
    void theQueryDecidesTheLanguageThenTheHeaderThenChinese() {
        assertThat(Language.choose("q=1&lang=en", List.of(Locale.CHINA))).isEqualTo(Locale.ENGLISH);
        assertThat(Language.choose("lang=zh_CN", List.of(Locale.US))).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        assertThat(Language.choose(null, List.of(Locale.FRENCH, Locale.UK))).isEqualTo(Locale.ENGLISH);
        assertThat(Language.choose("xlang=en", List.of())).isEqualTo(Locale.SIMPLIFIED_CHINESE);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "罚单.csv, -, 罚单.csv",
                "../../etc/passwd, -, passwd",
                "C:\\报送\\表.xlsx, -, 表.xlsx",
                "-, attachment; filename*=UTF-8''%E8%A1%A8%201.csv, 表 1.csv",
                "-, 'attachment; filename=\"a b.csv\"', a b.csv",
                "-, attachment; filename=a.csv, a.csv",
                "-, attachment; filename*=UTF-8''%ZZ, PEN-ENV.csv",
                "-, -, PEN-ENV.csv",
                "..\\, -, PEN-ENV.csv"
            })
    void aFileHasANameWithoutFolders(String parameter, String disposition, String expected) {
        assertThat(FileName.of(parameter, disposition, "PEN-ENV", "text/csv; charset=utf-8"))
                .isEqualTo(expected);
    }

    @Test
    void aFileNameIsBoundedAndKeepsItsEnd() {
        assertThat(FileName.of("a".repeat(500) + ".csv", null, "X", null))
                .hasSize(200)
                .endsWith(".csv");
    }

    @Test
    void whatIsPublicIsKeptForAMinuteAndNeverPastMidnight() {
        assertThat(CacheRules.seconds(Instant.parse("2026-03-02T04:00:00Z"))).isEqualTo(60);
        // 23:59:30 in Asia/Shanghai
        assertThat(CacheRules.seconds(Instant.parse("2026-03-02T15:59:30Z"))).isEqualTo(29);
        assertThat(CacheRules.seconds(Instant.parse("2026-03-02T15:59:59.500Z")))
                .isZero();
        assertThat(CacheRules.seconds(Instant.parse("2026-03-02T16:00:00Z"))).isEqualTo(60);
    }

    @Test
    void whatAnotherSiteSentIsForeign() {
        assertThat(CrossSiteGuard.foreign(null, null, "city.example")).isFalse();
        assertThat(CrossSiteGuard.foreign("same-origin", "https://city.example", "city.example"))
                .isFalse();
        assertThat(CrossSiteGuard.foreign("cross-site", null, "city.example")).isTrue();
        assertThat(CrossSiteGuard.foreign("same-site", null, "city.example")).isTrue();
        assertThat(CrossSiteGuard.foreign(null, "https://city.example:9443", "city.example:9443"))
                .isFalse();
        assertThat(CrossSiteGuard.foreign(null, "https://evil.example", "city.example"))
                .isTrue();
        assertThat(CrossSiteGuard.foreign(null, "null", "city.example")).isTrue();
        assertThat(CrossSiteGuard.foreign(null, "not an address", "city.example"))
                .isTrue();
    }

    @Test
    void chineseInAQueryIsTakenAsTyped() {
        String bytes = new String("q=苏州&limit=1".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertThat(PlainQuery.encoded(bytes)).isEqualTo("q=%E8%8B%8F%E5%B7%9E&limit=1");
        assertThat(PlainQuery.encoded("q=苏州")).isEqualTo("q=%E8%8B%8F%E5%B7%9E");
        assertThat(PlainQuery.encoded("q=%E8%8B%8F+x")).isEqualTo("q=%E8%8B%8F+x");
        assertThat(PlainQuery.encoded(null)).isNull();
    }
}
