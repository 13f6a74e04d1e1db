package org.chengxin.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Fills a register with what the application itself has written: a lot that is done is copied again and again, with keys
 * and numbers of its own, by the database. Triggers and foreign keys are off meanwhile, which only a superuser may do.
 * Raw rows and files are left out: a registry of some years has thrown away those of most lots.
 */
final class Multiplied {

    /** Further apart than any key that the application will give in a measurement. */
    private static final long APART = 10_000_000_000L;

    private static final String SUBMISSION = "SELECT id FROM registry.submission WHERE no = ?";
    private static final String RECORDS = "SELECT id FROM registry.credit_record WHERE submission_id = ";

    /** Columns that differ from copy to copy, by table; %d is the copy's number and %s its distance. */
    private static final List<Copied> TABLES = List.of(
            new Copied(
                    "registry.submission",
                    "id = ",
                    Map.of(
                            "id", "id + %2$d",
                            "no", "no || '-%1$d'",
                            "idempotency_key", "NULL",
                            "content_sha256", "content_sha256 || '-%1$d'")),
            new Copied(
                    "registry.staged_row",
                    "submission_id = ",
                    Map.of(
                            "submission_id", "submission_id + %2$d",
                            "record_id", "record_id + %2$d",
                            "record_no", "record_no || '-%1$d'",
                            "dedupe_key", "encode(sha256((dedupe_key || '-%1$d')::bytea), 'hex')")),
            new Copied(
                    "registry.credit_record",
                    "submission_id = ",
                    Map.of(
                            "id", "id + %2$d",
                            "submission_id", "submission_id + %2$d",
                            "record_no", "record_no || '-%1$d'",
                            "dedupe_key", "encode(sha256((dedupe_key || '-%1$d')::bytea), 'hex')")),
            new Copied(
                    "registry.record_content",
                    "submission_id = ",
                    Map.of("record_id", "record_id + %2$d", "submission_id", "submission_id + %2$d")),
            new Copied(
                    "registry.record_subject",
                    "record_id IN (" + RECORDS + "%s)",
                    Map.of("record_id", "record_id + %2$d")),
            new Copied(
                    "registry.credit_record_event",
                    "record_id IN (" + RECORDS + "%s)",
                    Map.of("id", "id + %2$d", "record_id", "record_id + %2$d")),
            new Copied(
                    "publication.public_record",
                    "record_no IN (SELECT record_no FROM registry.credit_record WHERE submission_id = %s)",
                    Map.of("record_no", "record_no || '-%1$d'")));

    private record Copied(String table, String where, Map<String, String> changed) {}

    private final Connection superuser;
    private final long lot;
    private int copies;

    /**
     * @param lotNo a lot that is done
     */
    Multiplied(Connection superuser, String lotNo) throws SQLException {
        this.superuser = superuser;
        try (PreparedStatement statement = superuser.prepareStatement(SUBMISSION)) {
            statement.setString(1, lotNo);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                lot = row.getLong(1);
            }
        }
    }

    /** So many copies more, and fresh statistics. */
    void copy(int times) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            statement.execute("SET synchronous_commit = off");
            for (int i = 0; i < times; i++) {
                copies++;
                for (Copied table : TABLES) {
                    statement.executeUpdate(insert(table));
                }
            }
            statement.execute("RESET session_replication_role");
            for (Copied table : TABLES) {
                statement.execute("VACUUM ANALYZE " + table.table());
            }
        }
    }

    private String insert(Copied table) throws SQLException {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        try (PreparedStatement statement = superuser.prepareStatement(
                "SELECT attname FROM pg_attribute WHERE attrelid = ?::regclass AND attnum > 0"
                        + " AND NOT attisdropped AND attgenerated = '' ORDER BY attnum")) {
            statement.setString(1, table.table());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String name = row.getString(1);
                    names.add(name);
                    values.add(String.format(table.changed().getOrDefault(name, name), copies, copies * APART));
                }
            }
        }
        String where = table.where().contains("%s") ? String.format(table.where(), lot) : table.where() + lot;
        return "INSERT INTO " + table.table() + " (" + String.join(", ", names) + ") OVERRIDING SYSTEM VALUE SELECT "
                + String.join(", ", values) + " FROM " + table.table() + " WHERE " + where;
    }
}
