package org.chengxin.system.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chengxin.launcher.control.ServerFiles;
import org.chengxin.launcher.entity.Secrets;
import org.chengxin.launcher.entity.ServerSettings;
import org.chengxin.system.TestBed;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Lays out the server that Arquillian starts: the platform of liberty-config without the application, on a database of
 * its own. It has to be there before Arquillian reads its configuration.
 */
public class ContainerTestBed implements LauncherSessionListener {

    private TestBed bed;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (!Boolean.getBoolean("chengxin.in-container")) {
            return;
        }
        bed = TestBed.fresh("in-container");
        ServerSettings settings = bed.settings("arquillian");
        // Arquillian looks for a running server by name, on the whole machine: this one's name is nobody else's
        String name = "in-container-" + ProcessHandle.current().pid();
        Path written = ServerFiles.write(settings);
        Path server = written.resolveSibling(name);
        try {
            Files.move(written, server);
            Files.write(
                    server.resolve("server.xml"),
                    List.of(
                            "<server>",
                            "  <featureManager><feature>localConnector-1.0</feature></featureManager>",
                            "  <include location=\"${server.config.dir}/platform.xml\"/>",
                            "  <applicationMonitor updateTrigger=\"polled\" pollingRate=\"500ms\"/>",
                            "</server>"));
            // of this server only, whose life and database end with the tests
            Files.write(
                    server.resolve("server.env"),
                    List.of(
                            "CHENGXIN_APP_DB_PASSWORD=" + bed.secrets().get(Secrets.APPLICATION),
                            "CHENGXIN_PORTAL_DB_PASSWORD=" + bed.secrets().get(Secrets.PORTAL),
                            "CHENGXIN_KEYSTORE_PASSWORD=" + bed.secrets().get(Secrets.KEY_STORE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.setProperty("arquillian.server", name);
        System.setProperty("arquillian.wlp", settings.liberty().toString());
        System.setProperty("arquillian.usr", settings.home().resolve("usr").toString());
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (bed != null) {
            bed.close();
        }
    }
}
