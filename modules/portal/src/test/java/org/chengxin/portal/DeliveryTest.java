package org.chengxin.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeliveryTest {

    @Test
    void aPageThatTheBrowserHasIsKnownByItsTag() {
        assertThat(Delivery.knows("W/\"a\", W/\"b\"", "W/\"b\"")).isTrue();
        assertThat(Delivery.knows("*", "W/\"b\"")).isTrue();
        assertThat(Delivery.knows("W/\"a\"", "W/\"b\"")).isFalse();
        assertThat(Delivery.knows(null, "W/\"b\"")).isFalse();
    }

    @Test
    void itIsCompressedForThoseWhoTakeIt() {
        assertThat(Delivery.takesGzip("gzip, deflate, br")).isTrue();
        assertThat(Delivery.takesGzip("br, GZIP;q=0.5")).isTrue();
        assertThat(Delivery.takesGzip("gzip;q=0, br")).isFalse();
        assertThat(Delivery.takesGzip("gzip; q=0.0")).isFalse();
        assertThat(Delivery.takesGzip("br")).isFalse();
        assertThat(Delivery.takesGzip(null)).isFalse();
    }
}
