package org.chengxin.system.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.chengxin.system.TestBed;

/** Holds the database against what a lot must have become, every row for itself. */
final class RegisterAudit implements AutoCloseable {

    private static final String RECORDS =
            " FROM registry.credit_record r JOIN registry.submission l ON l.id = r.submission_id AND l.no = ? ";

    private final Connection owner;
    private final String no;
    private final MixedLot lot;

    RegisterAudit(TestBed bed, String no, MixedLot lot) throws SQLException {
        this.owner = bed.connect("chengxin_owner");
        this.no = no;
        this.lot = lot;
        try (Statement table = owner.createStatement();
                PreparedStatement insert = owner.prepareStatement("INSERT INTO fate VALUES (?, ?)")) {
            table.execute("CREATE TEMPORARY TABLE fate (row_no integer PRIMARY KEY, state text NOT NULL)");
            for (Map.Entry<Integer, MixedLot.Fate> fate : lot.fates().entrySet()) {
                insert.setInt(1, fate.getKey());
                insert.setString(2, fate.getValue().name());
                insert.addBatch();
            }
            insert.executeBatch();
            table.execute("ANALYZE fate");
        }
    }

    /** What holds at every moment, also with the lot half done: nothing is public or on record that must not be. */
    void nothingWrongSoFar() throws SQLException {
        none(
                "public without a record that is public, or of a row that is not for the public",
                "SELECT p.record_no"
                        + " FROM publication.public_record p JOIN registry.staged_row s ON s.record_no = p.record_no"
                        + " JOIN registry.submission l ON l.id = s.submission_id AND l.no = ?"
                        + " LEFT JOIN registry.credit_record r ON r.record_no = p.record_no"
                        + " LEFT JOIN fate f ON f.row_no = s.row_no"
                        + " WHERE r.state IS DISTINCT FROM 'PUBLISHED' OR r.scope <> 'PUBLIC'"
                        + " OR f.state IS DISTINCT FROM 'PUBLISHED'");
        none(
                "in another state than the row has to come to",
                "SELECT r.record_no" + RECORDS + "LEFT JOIN fate f USING (row_no)"
                        + " WHERE f.state IS DISTINCT FROM r.state");
        none(
                "published and not on the portal",
                "SELECT r.record_no" + RECORDS
                        + "LEFT JOIN publication.public_record p ON p.record_no = r.record_no AND p.ends_on = r.ends_on"
                        + " WHERE r.state = 'PUBLISHED' AND p.record_no IS NULL");
        none(
                "on record without its one content, its subject or its last event",
                "SELECT r.record_no" + RECORDS + "WHERE (SELECT count(*) FROM registry.record_content c"
                        + " WHERE c.record_id = r.id) <> 1"
                        + " OR NOT EXISTS (SELECT 1 FROM registry.record_subject s WHERE s.record_id = r.id)"
                        + " OR (SELECT e.to_state FROM registry.credit_record_event e WHERE e.record_id = r.id"
                        + " ORDER BY e.id DESC LIMIT 1) IS DISTINCT FROM r.state");
        assertThat(number("SELECT count(*)" + RECORDS))
                .as("records, and rows that the lot says have become some")
                .isEqualTo(number("SELECT rows_admitted + (SELECT coalesce(sum(p.rows_admitted), 0)"
                        + " FROM registry.lot_part p WHERE p.submission_id = s.id)"
                        + " FROM registry.submission s WHERE no = ?"));
    }

    /** What holds when the lot is done. */
    void everyRowIsThereOnce() throws SQLException {
        nothingWrongSoFar();
        int accepted = lot.rows() - lot.count(MixedLot.Fate.REJECTED);
        String staged = " FROM registry.staged_row s JOIN registry.submission l ON l.id = s.submission_id AND l.no = ?";
        assertThat(number("SELECT count(*)" + staged)).isEqualTo(lot.rows());
        assertThat(number("SELECT count(DISTINCT s.row_no)" + staged)).isEqualTo(lot.rows());
        assertThat(number("SELECT count(*)" + staged + " AND s.outcome = 'ACCEPTED' AND NOT s.makes_nothing"))
                .isEqualTo(accepted);
        none(
                "rows without their record, or with two",
                "SELECT f.row_no FROM fate f LEFT JOIN (SELECT r.row_no, count(*) AS records" + RECORDS
                        + "GROUP BY r.row_no) r USING (row_no)"
                        + " WHERE coalesce(r.records, 0) <> CASE f.state WHEN 'REJECTED' THEN 0 ELSE 1 END");
        assertThat(number("SELECT count(DISTINCT r.dedupe_key)" + RECORDS)).isEqualTo(accepted);
        events();
        engine();
        none(
                "states that the counter of records tells otherwise",
                "SELECT coalesce(c.state, r.state), ?::text FROM (SELECT state, sum(change) AS n FROM"
                        + " registry.record_state_change GROUP BY state) c FULL JOIN (SELECT state, count(*) AS n"
                        + " FROM registry.credit_record GROUP BY state) r ON r.state = c.state"
                        + " WHERE coalesce(c.n, 0) <> coalesce(r.n, 0)");
        assertThat(number("SELECT coalesce(sum(past_day), 0) FROM registry.period_end_run WHERE ? <> ''"))
                .isZero();
    }

    /** Each record's events are a chain from nothing to its state, and those of one state went the same way. */
    private void events() throws SQLException {
        none(
                "events that do not follow one another",
                "SELECT record_id FROM (SELECT e.record_id, e.from_state,"
                        + " lag(e.to_state) OVER (PARTITION BY e.record_id ORDER BY e.id) AS before" + RECORDS
                        + "JOIN registry.credit_record_event e ON e.record_id = r.id) c"
                        + " WHERE c.from_state IS DISTINCT FROM c.before");
        try (PreparedStatement query = owner.prepareStatement(
                "SELECT state, array_to_string(array_agg(DISTINCT way), ' / ') FROM (SELECT r.state, (SELECT"
                        + " string_agg(e.type, ' ' ORDER BY e.id) FROM registry.credit_record_event e"
                        + " WHERE e.record_id = r.id) AS way" + RECORDS + ") w GROUP BY state")) {
            query.setString(1, no);
            try (ResultSet row = query.executeQuery()) {
                int states = 0;
                while (row.next()) {
                    states++;
                    assertThat(row.getString(2))
                            .as("ways to " + row.getString(1))
                            .startsWith("RECEIVE SUBMIT APPROVE ")
                            .doesNotContain("/");
                }
                assertThat(states).as("states that records of the lot are in").isEqualTo(4);
            }
        }
    }

    /** Nothing of the lot is left in the engine, but the instances that wait for a person, each with its one task. */
    private void engine() throws SQLException {
        none(
                "undetermined records without exactly one open task that the engine knows",
                "SELECT r.record_no" + RECORDS + "WHERE r.state = 'UNDETERMINED' AND (SELECT count(*)"
                        + " FROM registry.worklist_task t JOIN engine.act_ru_task a ON a.id_ = t.id"
                        + " WHERE t.business_key = r.record_no AND t.state = 'OPEN') <> 1");
        assertThat(number("SELECT count(*) FROM engine.act_ru_execution x WHERE x.parent_id_ IS NULL AND ? <> ''"
                        + " AND x.business_key_ NOT IN (SELECT record_no FROM registry.credit_record"
                        + " WHERE state = 'UNDETERMINED' UNION ALL SELECT no FROM registry.submission"
                        + " WHERE state = 'IN_REVIEW')"))
                .as("process instances of nothing that waits")
                .isZero();
        assertThat(number("SELECT count(*) FROM engine.act_ru_job"
                        + " WHERE handler_type_ NOT LIKE 'timer-%' AND ? <> ''"))
                .as("jobs left, but for deadlines")
                .isZero();
        assertThat(number("SELECT count(*) FROM engine.act_ru_incident WHERE ? <> ''"))
                .as("incidents")
                .isZero();
    }

    private void none(String what, String query) throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement(query + " LIMIT 5")) {
            statement.setString(1, no);
            try (ResultSet row = statement.executeQuery()) {
                StringBuilder found = new StringBuilder();
                while (row.next()) {
                    found.append(row.getString(1)).append(' ');
                }
                assertThat(found.toString()).as(what).isEmpty();
            }
        }
    }

    private long number(String query) throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement(query)) {
            statement.setString(1, no);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        owner.close();
    }
}
