package org.chengxin.launcher.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.chengxin.launcher.control.PostgresBinaries;
import org.chengxin.launcher.control.PostgresPlace;
import org.chengxin.launcher.entity.LaunchFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A backup of a database that is being written to is a database of one moment. */
class OnlineBackupTest {

    private static final String DATABASE = "chengxin";

    private Path top;
    private Path home;
    private Path copy;

    @BeforeEach
    void make() throws IOException {
        top = Files.createTempDirectory("chengxin-online-backup-test");
        Files.setPosixFilePermissions(top, PosixFilePermissions.fromString("rwx--x--x"));
        home = top.resolve("original");
        copy = top.resolve("copy");
    }

    @AfterEach
    void remove() throws IOException {
        PostgresBinaries.removeTree(PostgresPlace.outsideOf(home));
        PostgresBinaries.removeTree(PostgresPlace.outsideOf(copy));
        PostgresBinaries.removeTree(top);
    }

    @Test
    void whatIsWrittenMeanwhileIsThereAsAWholeOrNotAtAll() throws Exception {
        int before;
        int after;
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, OptionalInt.empty())) {
            postgres.createDatabaseIfMissing(DATABASE);
            try (Connection connection = postgres.superuserConnection(DATABASE);
                    Statement sql = connection.createStatement()) {
                sql.execute("CREATE TABLE entry (id integer PRIMARY KEY, filler text)");
                sql.execute("CREATE TABLE balance (entries integer NOT NULL)");
                sql.execute("INSERT INTO balance VALUES (0)");
                sql.execute(
                        "CREATE TABLE bulk AS SELECT n, repeat('x', 500) AS filler FROM generate_series(1, 40000) n");
            }
            AtomicInteger written = new AtomicInteger();
            AtomicBoolean enough = new AtomicBoolean();
            CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> write(postgres, written, enough));
            while (written.get() < 20 && !writer.isDone()) {
                Thread.onSpinWait();
            }
            before = written.get();
            EmbeddedBackup.take(home, copy);
            after = written.get();
            enough.set(true);
            writer.join();
            assertThat(after).as("written during the backup").isGreaterThan(before);
            assertThatThrownBy(() -> EmbeddedBackup.take(home, copy)).isInstanceOf(LaunchFailure.class);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy.resolve("secrets.properties"))))
                .isEqualTo("rw-------");

        try (EmbeddedPostgres restored = EmbeddedPostgres.start(copy, OptionalInt.empty())) {
            int entries = number(restored, "SELECT count(*) FROM entry");
            assertThat(number(restored, "SELECT entries FROM balance")).isEqualTo(entries);
            assertThat(entries).isBetween(before, after + 1);
            assertThat(number(restored, "SELECT max(id) FROM entry")).isEqualTo(entries);
            assertThat(number(restored, "SELECT count(*) FROM bulk")).isEqualTo(40_000);
            assertThat(number(restored, "SELECT count(*) FROM pg_replication_slots"))
                    .isZero();
        }
    }

    @Test
    void whatDoesNotRunIsCopiedByOtherMeans() {
        assertThatThrownBy(() -> EmbeddedBackup.take(home, copy))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining(home.toString());
        assertThat(copy).doesNotExist();
    }

    /** Entries with their balance, and tables that come and go while files are copied. */
    private static void write(EmbeddedPostgres postgres, AtomicInteger written, AtomicBoolean enough) {
        try (Connection connection = postgres.superuserConnection(DATABASE);
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            while (!enough.get()) {
                int next = written.get() + 1;
                sql.execute("INSERT INTO entry VALUES (" + next + ", repeat('y', 3000))");
                sql.execute("DROP TABLE IF EXISTS passing");
                sql.execute("CREATE TABLE passing AS SELECT n FROM generate_series(1, 200) n");
                sql.execute("UPDATE balance SET entries = entries + 1");
                connection.commit();
                written.incrementAndGet();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int number(EmbeddedPostgres postgres, String query) throws SQLException {
        try (Connection connection = postgres.superuserConnection(DATABASE);
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }
}
