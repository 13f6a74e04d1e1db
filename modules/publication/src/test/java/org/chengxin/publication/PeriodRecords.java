package org.chengxin.publication;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;

/** Records whose periods end, straight in the tables: what a city has after some months, without the way there. */
public final class PeriodRecords {

    /** As many as a month brings, or the planner would take the lot's index for everything. */
    private static final int LOTS = 300;

    private final Connection connection;

    /** @param connection with the rights of the application */
    public PeriodRecords(Connection connection) {
        this.connection = connection;
    }

    /** What records belong to; once a database. */
    public static void prepare(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute("INSERT INTO organisation (id, code, name, short_name, kind, level, division_code)"
                    + " VALUES (1, 'env', '环保局', '环保', 'DEPARTMENT', 'MUNICIPAL', '320500')");
            sql.execute("INSERT INTO catalogue_item (id, code, name, name_en) VALUES (1, 'TEST', '测试', 'Test')");
            sql.execute("INSERT INTO catalogue_item_version (id, item_id, version, definition, effective_from)"
                    + " VALUES (1, 1, 1, '{}', '2026-01-01')");
            sql.execute("INSERT INTO subject (id, public_id, kind, name, created_at, updated_at)"
                    + " VALUES (1, 's1', 'ENTERPRISE', '甲', now(), now())");
            sql.execute("INSERT INTO submission (id, no, item_id, item_code, item_version_id, organisation_id,"
                    + " submitted_by, submitted_name, channel, media_type, content_sha256, size_bytes, mapping, state,"
                    + " received_at) SELECT n, 'L' || n, 1, 'TEST', 1, 1, 'clerk.env', 'c', 'API', 'text/csv', 's' || n, 1,"
                    + " '{}', 'DONE', now() FROM generate_series(1, " + LOTS + ") n");
        }
    }

    /**
     * So many records in one state with one last visible day, numbered from the prefix and 1; public ones stand in the
     * projection.
     */
    public void add(String prefix, int count, String state, LocalDate endsOn) throws SQLException {
        String scope =
                switch (state) {
                    case "PUBLISHED" -> "PUBLIC";
                    case "HELD" -> "GOVERNMENT";
                    default -> "UNDETERMINED";
                };
        try (Statement subject = connection.createStatement();
                PreparedStatement records =
                        connection.prepareStatement("INSERT INTO credit_record (id, record_no, item_id,"
                                + " item_version_id, item_code, organisation_id, submission_id, row_no, subject_id, state,"
                                + " section, scope, scope_column, personal_subject, title, ends_on, ends_rule, published_at,"
                                + " content_version, content_hash, dedupe_key, entered_by, reviewed_by, created_at)"
                                + " SELECT nextval('credit_record_seq'), ?::text || n, 1, 1, 'TEST', 1, 1 + n % " + LOTS
                                + ", n, 1, ?, 'WARNING', ?,"
                                + " false, false, 't', ?::date, 'disclosure-period#3 第36号', now(), 1, 'h', ?::text || n, 'clerk.env',"
                                + " 'reviewer.env', now() FROM generate_series(1, ?) n");
                PreparedStatement shown =
                        connection.prepareStatement("INSERT INTO publication.public_record (record_no,"
                                + " public_id, section, item_code, item, item_en, title, supplier, published_on, ends_on,"
                                + " form, content) SELECT record_no, 's1', 'WARNING', 'TEST', '测试', 'Test', 't', '环保局',"
                                + " '2026-01-01', ends_on, 0, '[]' FROM credit_record WHERE record_no LIKE ? || '%'"
                                + " AND state = 'PUBLISHED'")) {
            subject.execute("INSERT INTO publication.public_form VALUES (0, '[]') ON CONFLICT DO NOTHING");
            // it goes with the last of its records
            subject.execute("INSERT INTO publication.public_subject (public_id, name, search_text, kind, updated_at)"
                    + " VALUES ('s1', '甲', '甲', 'ENTERPRISE', now()) ON CONFLICT DO NOTHING");
            records.setString(1, prefix);
            records.setString(2, state);
            records.setString(3, scope);
            records.setObject(4, endsOn);
            records.setString(5, prefix);
            records.setInt(6, count);
            records.executeUpdate();
            shown.setString(1, prefix);
            shown.executeUpdate();
        }
    }

    /** Record numbers that a condition on {@code credit_record} holds for. */
    public Set<String> numbers(String condition) throws SQLException {
        return texts("SELECT record_no FROM credit_record WHERE " + condition);
    }

    /** The one column of a query, as text. */
    public Set<String> texts(String query) throws SQLException {
        Set<String> found = new TreeSet<>();
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }

    /** The one number that a query answers. */
    public long number(String query) throws SQLException {
        return Long.parseLong(texts(query).iterator().next());
    }
}
