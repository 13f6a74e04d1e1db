package org.chengxin.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Fills a register with what the application itself has written: a lot that is done is copied again and again, with keys
 * and numbers of its own, by the database. Triggers, foreign keys and indexes are off meanwhile, which only a superuser
 * may do; the indexes are built anew afterwards, so that they are what they would be after a load. Raw rows and files are
 * left out: a registry of some years has thrown away those of most lots.
 */
final class Multiplied {

    /** Further apart than any key that the application will give in a measurement. */
    private static final long APART = 10_000_000_000L;

    private static final int CONNECTIONS = 2;
    /** Copies of one statement: small enough that both connections end at about the same moment. */
    private static final int AT_ONCE = 2;

    private static final String SUBMISSION = "SELECT id FROM registry.submission WHERE no = ?";
    private static final String RECORDS = "SELECT id FROM registry.credit_record WHERE submission_id = ";
    private static final String COLUMNS = "SELECT attname FROM pg_attribute WHERE attrelid = ?::regclass AND attnum > 0"
            + " AND NOT attisdropped AND attgenerated = '' ORDER BY attnum";
    // an index that is not ready is left alone by inserts; REINDEX makes it valid again
    private static final String WITHOUT_INDEXES = "UPDATE pg_index SET indisready = false, indisvalid = false"
            + " WHERE indrelid IN (SELECT oid FROM pg_class WHERE relkind = 'r' AND (oid = '%1$s'::regclass"
            + " OR oid IN (SELECT relid FROM pg_partition_tree('%1$s'))))";

    private static final String HASHED = "encode(sha256((dedupe_key || '-' || nth)::bytea), 'hex')";

    /** The tables, the rows of the lot in them, and the columns that differ from copy to copy. */
    private static final List<Copied> TABLES = List.of(
            new Copied(
                    "registry.submission",
                    "id = %d",
                    Map.of(
                            "id", "id + apart",
                            "no", "no || '-' || nth",
                            "idempotency_key", "NULL",
                            "content_sha256", "content_sha256 || '-' || nth")),
            new Copied(
                    "registry.staged_row",
                    "submission_id = %d",
                    Map.of(
                            "submission_id", "submission_id + apart",
                            "record_id", "record_id + apart",
                            "record_no", "record_no || '-' || nth",
                            "dedupe_key", HASHED)),
            new Copied(
                    "registry.credit_record",
                    "submission_id = %d",
                    Map.of(
                            "id", "id + apart",
                            "submission_id", "submission_id + apart",
                            "record_no", "record_no || '-' || nth",
                            "dedupe_key", HASHED)),
            new Copied(
                    "registry.record_content",
                    "submission_id = %d",
                    Map.of("record_id", "record_id + apart", "submission_id", "submission_id + apart")),
            new Copied(
                    "registry.record_subject",
                    "record_id IN (" + RECORDS + "%d)",
                    Map.of("record_id", "record_id + apart")),
            new Copied(
                    "registry.credit_record_event",
                    "record_id IN (" + RECORDS + "%d)",
                    Map.of("id", "id + apart", "record_id", "record_id + apart")),
            new Copied(
                    "publication.public_record",
                    "record_no IN (SELECT record_no FROM registry.credit_record WHERE submission_id = %d)",
                    Map.of("record_no", "record_no || '-' || nth")));

    private record Copied(String table, String where, Map<String, String> changed) {

        /** Rows of the lot, kept beside the table, which has no index while it is filled. */
        String source() {
            return "bench_" + table.replace('.', '_');
        }
    }

    private final Bed bed;
    private int copies;

    /**
     * @param lotNo a lot that is done
     */
    Multiplied(Bed bed, String lotNo) throws SQLException {
        this.bed = bed;
        try (Connection superuser = bed.superuser();
                PreparedStatement search = superuser.prepareStatement(SUBMISSION);
                Statement statement = superuser.createStatement()) {
            search.setString(1, lotNo);
            long lot;
            try (ResultSet row = search.executeQuery()) {
                row.next();
                lot = row.getLong(1);
            }
            for (Copied table : TABLES) {
                statement.execute("CREATE UNLOGGED TABLE " + table.source() + " AS SELECT * FROM " + table.table()
                        + " WHERE " + table.where().formatted(lot));
            }
        }
    }

    /** So many copies more, their indexes, and fresh statistics. */
    void copy(int times) throws Exception {
        try (Connection superuser = bed.superuser();
                Statement statement = superuser.createStatement()) {
            for (Copied table : TABLES) {
                statement.execute(WITHOUT_INDEXES.formatted(table.table()));
            }
            Queue<String> inserts = new ConcurrentLinkedQueue<>();
            int last = copies + times;
            for (int first = copies + 1; first <= last; first += AT_ONCE) {
                for (Copied table : TABLES) {
                    inserts.add(insert(superuser, table, first, Math.min(first + AT_ONCE - 1, last)));
                }
            }
            copies = last;
            sideBySide(inserts);
            statement.execute("SET maintenance_work_mem = '1GB'");
            for (Copied table : TABLES) {
                statement.execute("REINDEX TABLE " + table.table());
                statement.execute("VACUUM ANALYZE " + table.table());
            }
        }
    }

    private void sideBySide(Queue<String> inserts) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            Callable<Void> work = () -> {
                try (Connection superuser = bed.superuser();
                        Statement statement = superuser.createStatement()) {
                    statement.execute("SET session_replication_role = replica");
                    statement.execute("SET synchronous_commit = off");
                    for (String insert = inserts.poll(); insert != null; insert = inserts.poll()) {
                        statement.executeUpdate(insert);
                    }
                }
                return null;
            };
            List<Future<Void>> running = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                running.add(threads.submit(work));
            }
            for (Future<Void> each : running) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static String insert(Connection superuser, Copied table, int first, int last) throws SQLException {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        try (PreparedStatement statement = superuser.prepareStatement(COLUMNS)) {
            statement.setString(1, table.table());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String name = row.getString(1);
                    names.add(name);
                    values.add(table.changed().getOrDefault(name, name));
                }
            }
        }
        return "INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE SELECT %s FROM %s, (SELECT nth, nth * %d AS apart FROM generate_series(%d, %d) nth) copies"
                .formatted(
                        table.table(),
                        String.join(", ", names),
                        String.join(", ", values),
                        table.source(),
                        APART,
                        first,
                        last);
    }
}
