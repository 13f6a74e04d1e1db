package org.chengxin.launcher.control;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Copies the files of a cluster at work, as PostgreSQL's manual tells it ("Making a Base Backup Using the Low Level
 * API"): the copy by itself is of no single moment; with the log that was written meanwhile, and the label that says
 * where to begin in it, PostgreSQL brings it to the moment at which the backup ended.
 */
public final class OnlineBackup {

    /** Whose contents belong to the running server and not to its data; the directories themselves are needed. */
    private static final Set<String> OF_THE_RUNNING_SERVER = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private static final Set<String> NOT_TO_BE_COPIED =
            Set.of("postmaster.pid", "postmaster.opts", "backup_label", "tablespace_map", "pg_internal.init");
    private static final Pattern LOG_SEGMENT = Pattern.compile("[0-9A-F]{24}");
    private static final FileAttribute<Set<PosixFilePermission>> FOR_NOBODY_ELSE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> DIRECTORY_FOR_NOBODY_ELSE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path source;
    private final OperatingSystemAccount account;
    private final Connection superuser;

    /**
     * @param place the cluster
     * @param superuser a connection to it, which must last as long as the backup
     */
    public OnlineBackup(PostgresPlace place, Connection superuser) {
        this.source = place.data();
        this.account = place.account();
        this.superuser = superuser;
    }

    /**
     * @param target the data directory of the copy, which does not exist yet; belongs to the cluster's account
     *     afterwards, as all in it
     */
    public void copyTo(Path target) throws SQLException, IOException {
        try (Statement sql = superuser.createStatement()) {
            // keeps the log that the copy will need; goes by itself with this connection
            sql.execute("SELECT pg_create_physical_replication_slot('chengxin_backup', true, true)");
            String first = text(sql, "SELECT pg_walfile_name(pg_backup_start('chengxin', true))");
            copyTree(target);
            String last;
            try (ResultSet row =
                    sql.executeQuery("SELECT labelfile, spcmapfile, pg_walfile_name(lsn) FROM pg_backup_stop(false)")) {
                row.next();
                write(target.resolve("backup_label"), row.getString(1));
                if (!row.getString(2).isBlank()) {
                    throw new IOException("tablespaces outside the data directory are not copied");
                }
                last = row.getString(3);
            }
            copyLog(target.resolve("pg_wal"), first, last);
            sql.execute("SELECT pg_drop_replication_slot('chengxin_backup')");
        }
    }

    private void copyTree(Path target) throws IOException {
        Files.walkFileTree(source, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Path copy = target.resolve(source.relativize(directory));
                if (directory.getFileName().toString().startsWith("pgsql_tmp")) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                make(copy);
                boolean emptied = directory.getParent().equals(source)
                        && OF_THE_RUNNING_SERVER.contains(
                                directory.getFileName().toString());
                if (emptied && directory.endsWith("pg_wal")) {
                    make(copy.resolve("archive_status"));
                    make(copy.resolve("summaries"));
                }
                return emptied ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String name = file.getFileName().toString();
                if (!NOT_TO_BE_COPIED.contains(name) && !name.startsWith("pgsql_tmp")) {
                    copy(file, target.resolve(source.relativize(file)));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    // a table was dropped meanwhile, and the log says so
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
    }

    private void copyLog(Path target, String first, String last) throws IOException {
        List<Path> segments;
        try (var all = Files.list(source.resolve("pg_wal"))) {
            segments = all.filter(file ->
                            LOG_SEGMENT.matcher(file.getFileName().toString()).matches())
                    .filter(file -> file.getFileName().toString().compareTo(first) >= 0
                            && file.getFileName().toString().compareTo(last) <= 0)
                    .sorted()
                    .toList();
        }
        if (segments.isEmpty()
                || !segments.get(0).endsWith(first)
                || !segments.get(segments.size() - 1).endsWith(last)) {
            throw new IOException("the log from " + first + " to " + last + " is not complete");
        }
        for (Path segment : segments) {
            copy(segment, target.resolve(segment.getFileName()));
        }
    }

    private void copy(Path file, Path copy) throws IOException {
        try (FileChannel from = FileChannel.open(file, StandardOpenOption.READ);
                FileChannel to = FileChannel.open(
                        copy, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), FOR_NOBODY_ELSE)) {
            long position = 0;
            long moved;
            while ((moved = from.transferTo(position, Long.MAX_VALUE - position, to)) > 0) {
                position += moved;
            }
        } catch (NoSuchFileException gone) {
            if (Files.exists(file)) {
                throw gone;
            }
            return;
        }
        account.own(copy);
    }

    private void write(Path file, String text) throws IOException {
        Files.createFile(file, FOR_NOBODY_ELSE);
        Files.writeString(file, text);
        account.own(file);
    }

    private void make(Path directory) throws IOException {
        Files.createDirectory(directory, DIRECTORY_FOR_NOBODY_ELSE);
        account.own(directory);
    }

    private static String text(Statement sql, String query) throws SQLException {
        try (ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
