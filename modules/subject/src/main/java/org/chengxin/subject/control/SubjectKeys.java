package org.chengxin.subject.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;

/** New keys of subjects, in blocks of 500 from one call of the sequence. */
final class SubjectKeys {

    private static final int BLOCK = 500;

    private SubjectKeys() {}

    static Iterator<Long> take(Connection connection, int most) throws SQLException {
        List<Long> starts = new ArrayList<>();
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT nextval('subject_seq') FROM generate_series(1, ?)")) {
            statement.setInt(1, Math.max((most + BLOCK - 1) / BLOCK, 1));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    starts.add(rows.getLong(1));
                }
            }
        }
        return starts.stream()
                .flatMapToLong(start -> LongStream.range(start, start + BLOCK))
                .iterator();
    }

    /**
     * One registration after the other: two transactions that find the same subject missing would both make it. The
     * lock ends with the transaction.
     */
    static void lockRegister(Connection connection) throws SQLException {
        lock(connection, "registry.subject");
    }

    /** One statement of facts after the other, to the end of the transaction; always after the register's own lock. */
    static void lockFacts(Connection connection) throws SQLException {
        lock(connection, "registry.subject_fact");
    }

    private static void lock(Connection connection, String what) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_advisory_xact_lock(hashtext(?))")) {
            statement.setString(1, what);
            statement.execute();
        }
    }
}
