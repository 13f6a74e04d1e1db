package org.chengxin.workflow.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.chengxin.kernel.Actor;
import org.chengxin.workflow.boundary.StandIn;
import org.chengxin.workflow.boundary.StandIn.Standing;

/** The entries of who stands in for whom. */
public final class StandInBook {

    private static final String LIST = "SELECT id, absent, absent_name, stand_in, stand_in_name, from_day, until_day,"
            + " entered_name, ended_at IS NOT NULL FROM stand_in WHERE organisation_id = ?"
            + " AND (? OR absent = ? OR stand_in = ?) ORDER BY until_day DESC, id DESC LIMIT ?";
    private static final String ENTER = "INSERT INTO stand_in (organisation_id, absent, absent_name, stand_in,"
            + " stand_in_name, from_day, until_day, entered_by, entered_name, entered_at)"
            + " SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ? WHERE NOT EXISTS (SELECT FROM stand_in WHERE absent = ?"
            + " AND ended_at IS NULL AND from_day <= ? AND until_day >= ?)";
    private static final String END = "UPDATE stand_in SET ended_by = ?, ended_at = ? WHERE id = ?"
            + " AND organisation_id = ? AND (? OR absent = ?) AND ended_at IS NULL AND until_day >= ?";

    private final Connection connection;

    /**
     * @param connection on which {@code registry} is the current schema, in a transaction that the caller ends
     */
    public StandInBook(Connection connection) {
        this.connection = connection;
    }

    /**
     * Entries, the latest to end first.
     *
     * @param all whether also those that do not concern the reader
     */
    public List<StandIn> list(Actor reader, boolean all, LocalDate today, int most) throws SQLException {
        List<StandIn> entries = new ArrayList<>();
        if (reader.organisationId() == null) {
            return entries;
        }
        try (PreparedStatement select = connection.prepareStatement(LIST)) {
            set(select, reader.organisationId(), all, reader.username(), reader.username(), most);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    entries.add(entry(row, reader, all, today));
                }
            }
        }
        return entries;
    }

    private static StandIn entry(ResultSet row, Actor reader, boolean all, LocalDate today) throws SQLException {
        LocalDate from = row.getObject(6, LocalDate.class);
        LocalDate until = row.getObject(7, LocalDate.class);
        Standing standing = row.getBoolean(9)
                ? Standing.ENDED
                : until.isBefore(today) ? Standing.PAST : from.isAfter(today) ? Standing.TO_COME : Standing.NOW;
        boolean open = standing == Standing.NOW || standing == Standing.TO_COME;
        return new StandIn(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                from,
                until,
                row.getString(8),
                standing,
                open && (all || reader.username().equals(row.getString(2))));
    }

    /**
     * Writes an entry. Two that are made at once come one after the other.
     *
     * @return false when the absent one has a stand-in on one of these days
     */
    public boolean enter(Actor by, Actor absent, Actor standIn, LocalDate from, LocalDate until, Instant now)
            throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement("SELECT pg_advisory_xact_lock(40, hashtext(?))::text")) {
            lock.setString(1, absent.username());
            lock.execute();
        }
        try (PreparedStatement insert = connection.prepareStatement(ENTER)) {
            set(
                    insert,
                    absent.organisationId(),
                    absent.username(),
                    absent.displayName(),
                    standIn.username(),
                    standIn.displayName(),
                    from,
                    until,
                    by.username(),
                    by.displayName(),
                    now.atOffset(ZoneOffset.UTC),
                    absent.username(),
                    until,
                    from);
            return insert.executeUpdate() == 1;
        }
    }

    /**
     * Ends an entry that is not over.
     *
     * @param any whether also one of somebody else
     * @return false when there is none such
     */
    public boolean end(long id, Actor by, boolean any, LocalDate today, Instant now) throws SQLException {
        if (by.organisationId() == null) {
            return false;
        }
        try (PreparedStatement update = connection.prepareStatement(END)) {
            set(
                    update,
                    by.username(),
                    now.atOffset(ZoneOffset.UTC),
                    id,
                    by.organisationId(),
                    any,
                    by.username(),
                    today);
            return update.executeUpdate() == 1;
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
