package org.chengxin.launcher.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.chengxin.demonstration.ReferenceData;
import org.chengxin.launcher.control.PostgresBinaries;
import org.chengxin.launcher.control.PostgresPlace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The backup of docs/operations.md for the embedded database, with the same commands. */
class BackupTest {

    @TempDir
    Path elsewhere;

    @Test
    void whatWasCopiedWhileStoppedComesBackWithItsRolesAndPasswords() throws Exception {
        Path home = Files.createTempDirectory("chengxin-backup-test");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
        try {
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, OptionalInt.empty())) {
                postgres.createDatabaseIfMissing("chengxin");
                DatabaseSetup setup = setup(postgres);
                setup.run();
                try (Connection owner = setup.ownerConnection()) {
                    new ReferenceData(owner, "only-for-tests-1").write();
                }
            }
            Path archive = elsewhere.resolve("chengxin.tar");
            List<String> backup = new ArrayList<>(List.of("tar", "-cpf", archive.toString(), "-C", "/"));
            for (Path folder : List.of(home, PostgresPlace.outsideOf(home))) {
                if (Files.exists(folder)) {
                    backup.add(folder.toString().substring(1));
                }
            }
            run(backup);
            remove(home);
            run(List.of("tar", "-xpf", archive.toString(), "-C", "/"));

            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, OptionalInt.empty())) {
                DatabaseSetup setup = setup(postgres);
                assertThat(setup.run())
                        .as("migrations to apply after the restore")
                        .isZero();
                try (Connection application = DriverManager.getConnection(
                                postgres.jdbcUrl("chengxin"), DatabaseSetup.APPLICATION, setup.applicationPassword());
                        Statement sql = application.createStatement();
                        ResultSet row = sql.executeQuery(
                                "SELECT count(*) FROM registry.app_user WHERE username = 'reviewer.env'")) {
                    row.next();
                    assertThat(row.getInt(1)).isEqualTo(1);
                }
            }
        } finally {
            remove(home);
        }
    }

    private static DatabaseSetup setup(EmbeddedPostgres postgres) {
        return new DatabaseSetup(
                postgres.jdbcUrl("chengxin"), EmbeddedPostgres.OWNER, postgres.ownerPassword(), postgres.secrets());
    }

    private static void remove(Path home) throws IOException {
        PostgresBinaries.removeTree(home);
        PostgresBinaries.removeTree(PostgresPlace.outsideOf(home));
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(command + ": " + said).isZero();
    }
}
