package org.chengxin.kernel.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkRangeTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.1.2, true", "10.0.0.0/8, 11.0.0.1, false", "192.168.4.77/22, 192.168.7.255, true",
        "192.168.4.0/22, 192.168.8.0, false", "127.0.0.1, 127.0.0.1, true", "127.0.0.1, 127.0.0.2, false",
        "0.0.0.0/0, 8.8.8.8, true", "0.0.0.0/0, ::1, false", "10.0.0.0/8, ::ffff:10.1.2.3, true",
        "::ffff:10.0.0.0/104, 10.9.9.9, true", "fd00::/8, fd12:3456::1, true", "fd00::/8, fe80::1, false",
        "::1, 0:0:0:0:0:0:0:1, true", "fe80::/10, fe80::1%eth0, true", "fd00::/8, [fd00::1], true",
        "10.0.0.0/8, example.org, false", "10.0.0.0/8, 10.1, false", "10.0.0.0/8, '', false"
    })
    void containsAddresses(String range, String address, boolean expected) {
        assertThat(NetworkRange.parse(range).contains(address)).isEqualTo(expected);
    }

    @Test
    void readsLists() {
        List<NetworkRange> ranges = NetworkRange.parseList(" 127.0.0.0/8, ::1;10.0.0.0/8\n");
        assertThat(ranges).hasSize(3);
        assertThat(NetworkRange.anyContains(ranges, "10.1.1.1")).isTrue();
        assertThat(NetworkRange.anyContains(ranges, "172.16.0.1")).isFalse();
        assertThat(NetworkRange.anyContains(ranges, null)).isFalse();
        assertThat(NetworkRange.parseList(null)).isEmpty();
        assertThat(NetworkRange.anyContains(NetworkRange.parseList(" "), "127.0.0.1"))
                .isFalse();
    }

    @Test
    void unwrapsAddressesMadeFromBytes() throws UnknownHostException {
        byte[] ten = {10, 1, 2, 3};
        assertThat(NetworkRange.parse("10.0.0.0/8").contains(InetAddress.getByAddress(ten)))
                .isTrue();
        assertThat(NetworkRange.parse("fd00::/8").contains(InetAddress.getByAddress(ten)))
                .isFalse();
    }

    @Test
    void equalRangesAreEqual() {
        assertThat(NetworkRange.parse("10.1.2.3/8"))
                .isEqualTo(NetworkRange.parse("10.0.0.0/8"))
                .hasSameHashCodeAs(NetworkRange.parse("10.0.0.0/8"))
                .hasToString("10.0.0.0/8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "::/129",
                "localhost",
                "10.0.0/8",
                "10.0.0.0/x",
                "300.1.1.1",
                "10.0.0.0/",
                ":::",
                "::ffff:10.0.0.0/8"
            })
    void refusesWhatIsNone(String range) {
        assertThatThrownBy(() -> NetworkRange.parse(range)).isInstanceOf(IllegalArgumentException.class);
    }
}
