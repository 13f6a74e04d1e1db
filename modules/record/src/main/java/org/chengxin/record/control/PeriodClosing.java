package org.chengxin.record.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.chengxin.record.boundary.PeriodEndSteps;
import org.chengxin.record.entity.RecordState;
import org.chengxin.record.entity.RecordTransition;
import org.chengxin.record.entity.Step;

/**
 * Ends records whose period is over, a chunk with one statement. The state graph is asked for the states it allows to end;
 * they stand in the statement as words, since only so does PostgreSQL see that the index {@code credit_record_ending}
 * answers it.
 */
public final class PeriodClosing {

    /** Where a record has no rule of its own for its last day. */
    private static final String LEGAL_BASIS = "国家发展改革委令第36号";

    private static final String OVER = "ends_on < ? AND ends_on IS NOT NULL AND state IN ("
            + Arrays.stream(RecordState.values())
                    .filter(RecordTransition.END::allowedFrom)
                    .map(state -> "'" + state.name() + "'")
                    .collect(Collectors.joining(","))
            + ")";

    private static final String END_CHUNK = """
            WITH due AS MATERIALIZED (
              SELECT id, record_no, state, ends_on, ends_rule FROM registry.credit_record
               WHERE %s ORDER BY ends_on, id LIMIT ? FOR UPDATE SKIP LOCKED
            ), ended AS (
              UPDATE registry.credit_record r SET state = ?, version = r.version + 1
                FROM due WHERE r.id = due.id RETURNING r.id
            ), told AS (
              INSERT INTO registry.credit_record_event (record_id, occurred_at, type, from_state, to_state, actor,
                  process, process_instance_id, activity, legal_basis, reason, details)
              SELECT due.id, ?, ?, due.state, ?, ?, ?, ?, ?, coalesce(due.ends_rule, ?), ?,
                     jsonb_build_object('endsOn', due.ends_on::text)
                FROM due JOIN ended ON ended.id = due.id ORDER BY due.ends_on, due.id
            )
            SELECT due.record_no, due.state FROM due JOIN ended ON ended.id = due.id ORDER BY due.ends_on, due.id
            """.formatted(OVER);

    // the days of the run bound the records that are looked at, its beginning the partitions of events; a day less,
    // since
    // the clock of the server that ended them may be behind that of the one that began
    private static final String ENDED_BY = """
            SELECT r.organisation_id, count(*), min(r.ends_on), max(r.ends_on)
              FROM registry.credit_record r
              JOIN registry.credit_record_event e ON e.record_id = r.id
               AND e.type = ? AND e.process_instance_id = ? AND e.occurred_at >= ?
             WHERE r.ends_on >= ? AND r.ends_on < ?
             GROUP BY 1
            """;

    private final Connection connection;

    public PeriodClosing(Connection connection) {
        this.connection = connection;
    }

    /** A record that was ended, and the state it was in. */
    public record EndedRecord(String recordNo, RecordState from) {

        /** Whether an instance of its process waits for a person. */
        public boolean waited() {
            return from == RecordState.IN_REVIEW || from == RecordState.UNDETERMINED;
        }
    }

    /** How many records are past their last visible day on this day, and the earliest of those days. */
    public PeriodEndSteps.Due due(LocalDate today) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT count(*), min(ends_on) FROM registry.credit_record WHERE " + OVER)) {
            statement.setObject(1, today);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new PeriodEndSteps.Due(row.getLong(1), row.getObject(2, LocalDate.class));
            }
        }
    }

    /** What one run has ended, by supplier; records that another run ended with the same last days are not among them. */
    public Map<Long, PeriodEndSteps.EndedOf> endedBy(PeriodEndSteps.Run run) throws SQLException {
        Map<Long, PeriodEndSteps.EndedOf> ended = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement(ENDED_BY)) {
            statement.setString(1, RecordTransition.END.name());
            statement.setString(2, run.processInstanceId());
            statement.setObject(3, run.startedAt().minus(1, ChronoUnit.DAYS).atOffset(ZoneOffset.UTC));
            statement.setObject(4, run.from());
            statement.setObject(5, run.today());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    ended.put(
                            row.getLong(1),
                            new PeriodEndSteps.EndedOf(
                                    row.getLong(2),
                                    row.getObject(3, LocalDate.class),
                                    row.getObject(4, LocalDate.class)));
                }
            }
        }
        return ended;
    }

    /** Ends at most so many, the longest overdue first; rows that another transaction holds are passed over. */
    public List<EndedRecord> end(LocalDate today, int atMost, Step step) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(END_CHUNK)) {
            String ended = RecordState.ENDED.name();
            int at = 1;
            statement.setObject(at++, today);
            statement.setInt(at++, atMost);
            statement.setString(at++, ended);
            statement.setObject(at++, step.at().atOffset(ZoneOffset.UTC));
            statement.setString(at++, RecordTransition.END.name());
            statement.setString(at++, ended);
            statement.setString(at++, step.actor().username());
            statement.setString(at++, step.process());
            statement.setString(at++, step.processInstanceId());
            statement.setString(at++, step.activity());
            statement.setString(at++, LEGAL_BASIS);
            statement.setString(at, step.reason());
            List<EndedRecord> records = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    records.add(new EndedRecord(row.getString(1), RecordState.valueOf(row.getString(2))));
                }
            }
            return records;
        }
    }
}
