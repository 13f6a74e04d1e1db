package org.chengxin.launcher.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.chengxin.launcher.entity.ServerSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerFilesTest {

    @TempDir
    Path checkout;

    @Test
    void aLocalFileThatItsOwnerTookBackIsGoneFromTheServerToo() throws IOException {
        for (String file : new String[] {
            "ear/target/liberty/wlp/bin/server", "ear/target/chengxin.ear", "ear/target/driver/x.jar",
            "liberty-config/server.xml", "liberty-config/local.xml", "liberty-config/optional/oidc.xml"
        }) {
            Files.createDirectories(checkout.resolve(file).getParent());
            Files.writeString(checkout.resolve(file), "<server/>");
        }
        ServerSettings settings = ServerSettings.demonstration(
                checkout, checkout.resolve("data"), "node-1", 9080, 9443, "jdbc:postgresql://localhost/x");

        Path server = ServerFiles.write(settings);
        assertThat(server.resolve("local.xml")).exists();
        Files.delete(checkout.resolve("liberty-config/local.xml"));

        assertThat(ServerFiles.write(settings)).isEqualTo(server);
        assertThat(server.resolve("local.xml")).doesNotExist();
        assertThat(server.resolve("server.xml")).exists();
        assertThat(server.resolve("optional/oidc.xml")).exists();
    }
}
