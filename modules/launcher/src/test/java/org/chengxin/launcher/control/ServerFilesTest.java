package org.chengxin.launcher.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.chengxin.launcher.entity.ServerSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerFilesTest {

    @TempDir
    Path checkout;

    @Test
    void inEarnestNothingIsSaidInClearBeyondThisMachine() throws IOException {
        ServerSettings demonstration = settings();
        assertThat(bootstrap(demonstration))
                .containsEntry("chengxin.http.host", "*")
                .containsEntry("chengxin.cookie.secure", "false");
        ServerSettings production = new ServerSettings(
                checkout, checkout.resolve("data"), "node-1", 9080, 9443, "jdbc:x", "PT0S", false, "1g", Map.of());
        assertThat(bootstrap(production))
                .containsEntry("chengxin.http.host", "127.0.0.1")
                .containsEntry("chengxin.cookie.secure", "true");
    }

    @Test
    void ownSettingsMayLieBesideTheData() throws IOException {
        ServerSettings settings = settings();
        Files.createDirectories(settings.dataHome());
        Files.writeString(settings.dataHome().resolve("local.xml"), "<server description='own'/>");

        assertThat(ServerFiles.write(settings).resolve("local.xml")).content().contains("own");
        Files.delete(settings.dataHome().resolve("local.xml"));

        assertThat(ServerFiles.write(settings).resolve("local.xml")).content().doesNotContain("own");
    }

    @Test
    void aLogOfObjectsIsOneFromItsFirstLine() throws IOException {
        assertThat(bootstrap(settings())).doesNotContainKey("com.ibm.ws.logging.message.format");
        assertThat(bootstrap(settings().with(ServerFiles.LOG_FORMAT, "json")))
                .containsEntry("com.ibm.ws.logging.message.format", "json");
    }

    private static Map<Object, Object> bootstrap(ServerSettings settings) throws IOException {
        Properties written = new Properties();
        try (InputStream in = Files.newInputStream(ServerFiles.write(settings).resolve("bootstrap.properties"))) {
            written.load(in);
        }
        return written;
    }

    @Test
    void aLocalFileThatItsOwnerTookBackIsGoneFromTheServerToo() throws IOException {
        ServerSettings settings = settings();
        Path server = ServerFiles.write(settings);
        assertThat(server.resolve("local.xml")).exists();
        Files.delete(checkout.resolve("liberty-config/local.xml"));

        assertThat(ServerFiles.write(settings)).isEqualTo(server);
        assertThat(server.resolve("local.xml")).doesNotExist();
        assertThat(server.resolve("server.xml")).exists();
        assertThat(server.resolve("optional/oidc.xml")).exists();
    }

    private ServerSettings settings() throws IOException {
        for (String file : new String[] {
            "ear/target/liberty/wlp/bin/server", "ear/target/chengxin.ear", "ear/target/driver/x.jar",
            "liberty-config/server.xml", "liberty-config/local.xml", "liberty-config/optional/oidc.xml"
        }) {
            Files.createDirectories(checkout.resolve(file).getParent());
            Files.writeString(checkout.resolve(file), "<server/>");
        }
        return ServerSettings.demonstration(
                checkout, checkout.resolve("data"), "node-1", 9080, 9443, "jdbc:postgresql://localhost/x");
    }
}
