package org.chengxin.launcher.boundary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.chengxin.launcher.control.Command;
import org.chengxin.launcher.control.OnlineBackup;
import org.chengxin.launcher.control.PostgresBinaries;
import org.chengxin.launcher.control.PostgresCluster;
import org.chengxin.launcher.control.PostgresPlace;
import org.chengxin.launcher.entity.LaunchFailure;
import org.chengxin.launcher.entity.Secrets;
import org.chengxin.launcher.entity.Texts;

/**
 * A backup of the embedded database and its passwords while everything runs. What it makes is a data directory like the
 * one it was taken of: {@code CHENGXIN_DATA} may name it, or a copy of it, and {@code ./run} goes on from the moment at
 * which the backup ended.
 */
public final class EmbeddedBackup {

    private static final List<String> BESIDE_THE_DATABASE = List.of("secrets.properties", "local.xml");
    private static final Duration WRITTEN_WITHIN = Duration.ofMinutes(10);

    private EmbeddedBackup() {}

    /**
     * @param dataHome the data directory of a running installation
     * @param target a directory that does not exist yet; holds all secrets of the installation, for nobody else to read
     * @throws LaunchFailure when the target exists, the database does not run, or something cannot be written
     */
    public static void take(Path dataHome, Path target) {
        if (Files.exists(target)) {
            throw new LaunchFailure(Texts.text("backup.exists", target));
        }
        if (!PostgresPlace.exists(dataHome)) {
            throw new LaunchFailure(Texts.text("backup.notrunning", dataHome));
        }
        PostgresPlace place = PostgresPlace.of(dataHome);
        int port = PostgresCluster.in(place)
                .runningOnPort()
                .orElseThrow(() -> new LaunchFailure(Texts.text("backup.notrunning", dataHome)));
        Path fresh = target.resolveSibling(target.getFileName() + ".unfinished");
        try {
            PostgresBinaries.removeTree(fresh);
            Files.createDirectories(fresh);
            // passed through by the account of PostgreSQL, where that is another one
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwx--x--x"));
            Path postgres = Files.createDirectory(
                    fresh.resolve("postgres"),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            place.account().own(postgres);
            try (Connection superuser = DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                    EmbeddedPostgres.SUPERUSER,
                    Secrets.in(dataHome).get(Secrets.SUPERUSER))) {
                new OnlineBackup(place, superuser).copyTo(postgres.resolve("data"));
            }
            for (String file : BESIDE_THE_DATABASE) {
                if (Files.exists(dataHome.resolve(file))) {
                    Files.copy(dataHome.resolve(file), fresh.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
            flush(fresh);
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new LaunchFailure(Texts.text("backup.failed", target, e.getMessage()), e);
        }
    }

    /** A backup that is told to be there must survive a power cut. */
    private static void flush(Path written) throws IOException {
        Command.Outcome flushed = Command.run(
                List.of("sync", "-f", written.toString()), written.getParent(), Map.of("LC_ALL", "C"), WRITTEN_WITHIN);
        if (!flushed.succeeded()) {
            throw new IOException(flushed.output().strip());
        }
    }
}
