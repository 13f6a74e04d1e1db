package org.chengxin.launcher.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import org.junit.jupiter.api.Test;

class InstallationTest {

    @Test
    void aFailureWithoutWordsIsNamedByItsKind() {
        assertThat(Installation.cause(new IOException(" the disk is full\n"))).isEqualTo("the disk is full");
        assertThat(Installation.cause(new ClosedChannelException())).isEqualTo("ClosedChannelException");
        assertThat(Installation.cause(new IOException(" "))).isEqualTo("IOException");
    }
}
