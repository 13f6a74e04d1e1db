package org.chengxin.launcher.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaunchSettingsTest {

    private static final Path CHECKOUT = Path.of("/somewhere/chengxin");

    @Test
    void withoutVariablesEverythingIsInTheCheckoutOnTheUsualPorts() {
        LaunchSettings settings = LaunchSettings.of(CHECKOUT, Map.of());
        assertThat(settings.dataHome()).isEqualTo(CHECKOUT.resolve(".data"));
        assertThat(settings.httpPort()).isEqualTo(9080);
        assertThat(settings.httpsPort()).isEqualTo(9443);
        assertThat(settings.database()).isEmpty();
        assertThat(settings.clockOffset()).isEqualTo("PT0S");
    }

    @Test
    void theDemonstrationIsUsualAndProductionHasToBeSaid() {
        assertThat(LaunchSettings.of(CHECKOUT, Map.of()).demonstration()).isTrue();
        LaunchSettings production = LaunchSettings.of(
                CHECKOUT, Map.of("CHENGXIN_MODE", "production", "CHENGXIN_ADMIN_PASSWORD", "a-long-password"));
        assertThat(production.demonstration()).isFalse();
        assertThat(production.administratorPassword()).contains("a-long-password");
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        List<Map<String, String>> wrong = List.of(
                Map.of("CHENGXIN_MODE", "prod"),
                Map.of("CHENGXIN_LOG_FORMAT", "xml"),
                Map.of("CHENGXIN_MODE", "production", "CHENGXIN_CLOCK_OFFSET", "P1D"),
                Map.of("CHENGXIN_ADMIN_PASSWORD", "short"));
        assertThat(wrong).allSatisfy(environment -> assertThatThrownBy(() -> LaunchSettings.of(CHECKOUT, environment))
                .isInstanceOf(LaunchFailure.class));
    }

    @Test
    void aDatabaseOfOnesOwnNeedsItsUser() {
        String url = "postgresql://db:5432/city";
        assertThat(LaunchSettings.of(
                                CHECKOUT,
                                Map.of("CHENGXIN_DB_URL", url, "CHENGXIN_DB_USER", "u", "CHENGXIN_DB_PASSWORD", "p"))
                        .database())
                .contains(new LaunchSettings.OwnDatabase("jdbc:" + url, "u", "p"));
        assertThatThrownBy(() -> LaunchSettings.of(CHECKOUT, Map.of("CHENGXIN_DB_URL", url)))
                .isInstanceOf(LaunchFailure.class);
        assertThatThrownBy(() -> LaunchSettings.of(
                        CHECKOUT, Map.of("CHENGXIN_DB_URL", "jdbc:mysql://x/y", "CHENGXIN_DB_USER", "u")))
                .isInstanceOf(LaunchFailure.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P30D", "PT36H", "P1DT2H", "P2M"})
    void offsetsAreIso8601(String offset) {
        assertThat(LaunchSettings.of(CHECKOUT, Map.of("CHENGXIN_CLOCK_OFFSET", offset))
                        .clockOffset())
                .isEqualTo(offset);
    }

    @ParameterizedTest
    @ValueSource(strings = {"30", "30 days", "P", "PT", "P1DT"})
    void otherOffsetsAreRefused(String offset) {
        assertThatThrownBy(() -> LaunchSettings.of(CHECKOUT, Map.of("CHENGXIN_CLOCK_OFFSET", offset)))
                .isInstanceOf(LaunchFailure.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "http", "-1"})
    void whatIsNoPortIsRefused(String port) {
        assertThatThrownBy(() -> LaunchSettings.of(CHECKOUT, Map.of("CHENGXIN_HTTP_PORT", port)))
                .isInstanceOf(LaunchFailure.class);
    }
}
