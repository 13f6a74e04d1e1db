package org.chengxin.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorGateTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "127.8.9.1, true",
        "::1, true",
        "10.20.0.7, true",
        "10.21.0.7, false",
        "192.0.2.1, false",
        "nonsense, false"
    })
    void onlyTheConfiguredAddressesAreAnswered(String address, boolean admitted) {
        assertThat(gate("127.0.0.0/8,::1/128,10.20.0.0/16").admits(request(address, null)))
                .isEqualTo(admitted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"})
    void whatAProxyHandsOnIsNotOfThisMachine(String header) {
        assertThat(gate("127.0.0.0/8").admits(request("127.0.0.1", header))).isFalse();
    }

    @Test
    void aRangeThatCannotBeReadLetsNobodyIn() {
        assertThatThrownBy(() -> gate("everywhere").admits(request("127.0.0.1", null)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(gate("").admits(request("127.0.0.1", null))).isFalse();
    }

    private static OperatorGate gate(String networks) {
        OperatorGate gate = new OperatorGate();
        gate.networks = networks;
        return gate;
    }

    private static HttpServletRequest request(String address, String header) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                OperatorGateTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getRemoteAddr" -> address;
                    case "getHeader" -> arguments[0].equals(header) ? "198.51.100.7" : null;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
