package org.chengxin.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What the rows of a lot cost when nobody thinks: the very rows that the application wrote, inserted by JDBC batches
 * into twins of its tables, which have the same columns, checks and indexes but neither triggers nor foreign keys nor
 * partitions. One transaction for 500 records with all that belongs to them.
 */
final class BareInsert {

    private static final int RECORDS = 500;
    private static final String SCHEMA = "bench";

    private record Source(String table, String query) {}

    /** Each by the record it belongs to, so that a transaction holds whole records. */
    private static final List<Source> SOURCES = List.of(
            new Source("registry.staged_row", """
                    SELECT t.row_no, t.* FROM registry.staged_row t JOIN registry.submission s ON s.id = t.submission_id
                     WHERE s.no = ?
                    """),
            new Source("registry.credit_record", """
                    SELECT t.row_no, t.* FROM registry.credit_record t JOIN registry.submission s ON s.id = t.submission_id
                     WHERE s.no = ?
                    """),
            new Source("registry.record_content", """
                    SELECT t.row_no, t.* FROM registry.record_content t
                      JOIN registry.submission s ON s.id = t.submission_id WHERE s.no = ?
                    """),
            new Source("registry.credit_record_event", """
                    SELECT r.row_no, t.* FROM registry.credit_record_event t
                      JOIN registry.credit_record r ON r.id = t.record_id
                      JOIN registry.submission s ON s.id = r.submission_id WHERE s.no = ?
                    """),
            new Source("publication.public_record", """
                    SELECT r.row_no, t.* FROM publication.public_record t
                      JOIN registry.credit_record r USING (record_no)
                      JOIN registry.submission s ON s.id = r.submission_id WHERE s.no = ?
                    """));

    private final Connection owner;
    private final List<Table> tables = new ArrayList<>();

    /** Rows of one table, grouped by transaction. */
    private record Table(String insert, List<List<Object[]>> groups) {}

    private BareInsert(Connection owner) {
        this.owner = owner;
    }

    /**
     * Makes empty twins and reads the rows into memory, in the order in which the application took them.
     *
     * @param owner in auto-commit mode
     * @param lotNo a lot that is done
     */
    static BareInsert of(Connection owner, String lotNo) throws SQLException {
        BareInsert bare = new BareInsert(owner);
        try (Statement statement = owner.createStatement()) {
            statement.execute("CREATE SCHEMA IF NOT EXISTS " + SCHEMA);
        }
        for (Source source : SOURCES) {
            bare.prepare(source, lotNo);
        }
        return bare;
    }

    /** @return rows of all tables together. */
    long rows() {
        return tables.stream()
                .flatMap(table -> table.groups.stream())
                .mapToLong(List::size)
                .sum();
    }

    /** Inserts everything. */
    void run() throws SQLException {
        int transactions = tables.get(0).groups.size();
        owner.setAutoCommit(false);
        try {
            List<PreparedStatement> inserts = new ArrayList<>();
            for (Table table : tables) {
                inserts.add(owner.prepareStatement(table.insert));
            }
            for (int i = 0; i < transactions; i++) {
                for (int t = 0; t < inserts.size(); t++) {
                    insert(inserts.get(t), tables.get(t).groups.get(i));
                }
                owner.commit();
            }
            for (PreparedStatement insert : inserts) {
                insert.close();
            }
        } finally {
            owner.setAutoCommit(true);
        }
    }

    private static void insert(PreparedStatement statement, List<Object[]> rows) throws SQLException {
        int inBatch = 0;
        for (Object[] row : rows) {
            for (int column = 0; column < row.length; column++) {
                statement.setObject(column + 1, row[column]);
            }
            statement.addBatch();
            if (++inBatch == RECORDS) {
                statement.executeBatch();
                inBatch = 0;
            }
        }
        if (inBatch > 0) {
            statement.executeBatch();
        }
    }

    private void prepare(Source source, String lotNo) throws SQLException {
        String twin = SCHEMA + source.table.substring(source.table.indexOf('.'));
        try (Statement statement = owner.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS " + twin);
            statement.execute("CREATE TABLE " + twin + " (LIKE " + source.table + " INCLUDING ALL)");
        }
        try (PreparedStatement query = owner.prepareStatement(source.query + " ORDER BY 1")) {
            query.setString(1, lotNo);
            try (ResultSet rows = query.executeQuery()) {
                tables.add(new Table(insertInto(twin, rows.getMetaData()), groups(rows)));
            }
        }
    }

    private static String insertInto(String table, ResultSetMetaData columns) throws SQLException {
        List<String> names = new ArrayList<>();
        for (int column = 2; column <= columns.getColumnCount(); column++) {
            names.add(columns.getColumnName(column));
        }
        return "INSERT INTO " + table + " (" + String.join(", ", names) + ") VALUES ("
                + String.join(", ", Collections.nCopies(names.size(), "?")) + ")";
    }

    private static List<List<Object[]>> groups(ResultSet rows) throws SQLException {
        int columns = rows.getMetaData().getColumnCount();
        List<List<Object[]>> groups = new ArrayList<>();
        while (rows.next()) {
            int group = (rows.getInt(1) - 1) / RECORDS;
            while (groups.size() <= group) {
                groups.add(new ArrayList<>());
            }
            Object[] values = new Object[columns - 1];
            for (int column = 2; column <= columns; column++) {
                values[column - 2] = rows.getObject(column);
            }
            groups.get(group).add(values);
        }
        return groups;
    }
}
