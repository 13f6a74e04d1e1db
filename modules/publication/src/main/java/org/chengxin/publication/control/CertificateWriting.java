package org.chengxin.publication.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.chengxin.kernel.time.CivilTime;

/** Counts and writes the certificate of a run that ended periods, in the transaction that finishes it. */
public final class CertificateWriting {

    /**
     * The condition is the one the portal reads by; what it is held against is the register: a record that the register
     * says is over, and that the portal's query would show.
     */
    private static final String SHOWN_PAST_THEIR_DAY =
            "SELECT count(*) FROM registry.credit_record c JOIN publication.public_record r"
                    + " ON r.record_no = c.record_no WHERE c.ends_on BETWEEN ? AND ? AND " + RecordReading.VISIBLE;

    private final Connection connection;

    public CertificateWriting(Connection connection) {
        this.connection = connection;
    }

    /** A run as the process knows it; {@code oldest} is null if nothing was due. */
    public record Run(
            String processInstanceId,
            LocalDate day,
            LocalDate oldest,
            long due,
            long ended,
            long leftOver,
            Instant startedAt,
            String node) {}

    /** Writes both certificates; how many records are still public past their day. */
    public long certify(Run run, Instant now) throws SQLException {
        LocalDate until = run.day().minusDays(1);
        LocalDate from = from(run, until);
        long pastDay = shownPastTheirDay(from, until, CivilTime.dateOf(now));
        write(run, from, until, pastDay, now);
        return pastDay;
    }

    /** Records whose last visible day lies in these days and that the portal's query shows on that day. */
    public long shownPastTheirDay(LocalDate from, LocalDate until, LocalDate today) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SHOWN_PAST_THEIR_DAY)) {
            statement.setObject(1, from);
            statement.setObject(2, until);
            statement.setObject(3, today);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** It goes on where the last run stopped, and further back if something older was due. */
    private LocalDate from(Run run, LocalDate until) throws SQLException {
        LocalDate from = until;
        try (PreparedStatement statement =
                        connection.prepareStatement("SELECT max(until_day) + 1 FROM registry.period_end_run");
                ResultSet row = statement.executeQuery()) {
            row.next();
            LocalDate next = row.getObject(1, LocalDate.class);
            if (next != null && next.isBefore(from)) {
                from = next;
            }
        }
        return run.oldest() != null && run.oldest().isBefore(from) ? run.oldest() : from;
    }

    private void write(Run run, LocalDate from, LocalDate until, long pastDay, Instant now) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("WITH run AS (INSERT INTO registry.period_end_run"
                        + " (process_instance_id, from_day, until_day, due, ended, left_over, past_day, started_at,"
                        + " finished_at, node) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING *)"
                        + " INSERT INTO publication.period_end_certificate"
                        + " (run_id, from_day, until_day, due, ended, past_day, finished_at)"
                        + " SELECT id, from_day, until_day, due, ended, past_day, finished_at FROM run")) {
            int at = 1;
            statement.setString(at++, run.processInstanceId());
            statement.setObject(at++, from);
            statement.setObject(at++, until);
            statement.setLong(at++, run.due());
            statement.setLong(at++, run.ended());
            statement.setLong(at++, run.leftOver());
            statement.setLong(at++, pastDay);
            statement.setObject(at++, run.startedAt().atOffset(ZoneOffset.UTC));
            statement.setObject(at++, now.atOffset(ZoneOffset.UTC));
            statement.setString(at, run.node());
            statement.executeUpdate();
        }
    }
}
