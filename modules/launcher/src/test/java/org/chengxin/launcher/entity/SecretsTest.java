package org.chengxin.launcher.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    private Path dataHome;

    @Test
    void isMadeOnceAndReadableByItsOwnerOnly() throws IOException {
        String made = Secrets.in(dataHome).get(Secrets.APPLICATION);
        assertThat(made).matches("[A-Za-z0-9]{28}");
        assertThat(Secrets.in(dataHome).get(Secrets.APPLICATION)).isEqualTo(made);
        assertThat(Secrets.in(dataHome).get(Secrets.PORTAL)).isNotEqualTo(made);
        Path file = dataHome.resolve("secrets.properties");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void keepsWhatSomebodyChose() {
        Secrets.in(dataHome).put(Secrets.DEMONSTRATION, "选 a:b=c\\");
        assertThat(Secrets.in(dataHome).find(Secrets.DEMONSTRATION)).contains("选 a:b=c\\");
        assertThat(Secrets.in(dataHome).find(Secrets.OWNER)).isEmpty();
    }
}
