package org.chengxin.workflow.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import org.chengxin.kernel.Actor;

/** For whom somebody stands in; by the day, so that it begins and ends by itself. */
final class StandInReading {

    /** Their accounts. Places: the stand-in, the organisation, the day, the day. */
    static final String ABSENT = "SELECT absent FROM stand_in WHERE stand_in = ? AND organisation_id = ?"
            + " AND from_day <= ? AND until_day >= ? AND ended_at IS NULL";

    private final Connection connection;

    /**
     * @param connection on which {@code registry} is the current schema
     */
    StandInReading(Connection connection) {
        this.connection = connection;
    }

    /** For whom this actor stands in on a day; one statement. */
    Set<String> absent(Actor standIn, LocalDate day) throws SQLException {
        Set<String> absent = new LinkedHashSet<>();
        if (standIn.organisationId() == null) {
            return absent;
        }
        try (PreparedStatement statement = connection.prepareStatement(ABSENT)) {
            statement.setString(1, standIn.username());
            statement.setLong(2, standIn.organisationId());
            statement.setObject(3, day);
            statement.setObject(4, day);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    absent.add(row.getString(1));
                }
            }
        }
        return absent;
    }
}
