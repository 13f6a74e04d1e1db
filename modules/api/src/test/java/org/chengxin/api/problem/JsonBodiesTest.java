package org.chengxin.api.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class JsonBodiesTest {

    @Test
    void upToTheLimitABodyIsReadAndNoFurther() throws IOException {
        byte[] most = new byte[JsonBodies.MOST_BYTES];
        JsonBodies.Bounded fits = new JsonBodies.Bounded(new ByteArrayInputStream(most));
        assertThat(fits.readAllBytes()).hasSize(JsonBodies.MOST_BYTES);
        assertThat(fits.exceeded()).isFalse();

        JsonBodies.Bounded tooLong = new JsonBodies.Bounded(new ByteArrayInputStream(new byte[most.length + 1]));
        assertThatThrownBy(tooLong::readAllBytes).isInstanceOf(IOException.class);
        assertThat(tooLong.exceeded()).isTrue();
    }

    @Test
    void singleBytesCountToo() throws IOException {
        JsonBodies.Bounded body = new JsonBodies.Bounded(new ByteArrayInputStream(new byte[] {1, 2}));
        assertThat(body.read()).isEqualTo(1);
        assertThat(body.read()).isEqualTo(2);
        assertThat(body.read()).isEqualTo(-1);
        assertThat(body.exceeded()).isFalse();
    }
}
