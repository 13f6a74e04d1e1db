package org.chengxin.publication.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.chengxin.kernel.time.ApplicationClock;

/**
 * Tells the database at every start by how much the application's clock runs ahead, so that {@code publication.today()}
 * is the same day as here. The database hides from the portal's role what is over by that day (migration V16).
 */
@ApplicationScoped
public class DatabaseClock {

    @Resource(lookup = "jdbc/chengxin")
    DataSource database;

    @Inject
    ApplicationClock clock;

    void start(@Observes Startup event) {
        try (Connection connection = database.getConnection()) {
            set(connection, clock.isAhead() ? Duration.between(Instant.now(), clock.instant()) : Duration.ZERO);
        } catch (SQLException e) {
            throw new IllegalStateException("the clock of the publication could not be set", e);
        }
    }

    /**
     * @param connection of the application's role
     * @param ahead by how much the application's clock runs ahead of the true time
     */
    public static void set(Connection connection, Duration ahead) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("UPDATE publication.clock SET ahead = make_interval(secs => ?)"
                        + " WHERE ahead IS DISTINCT FROM make_interval(secs => ?)")) {
            statement.setDouble(1, seconds(ahead));
            statement.setDouble(2, seconds(ahead));
            statement.executeUpdate();
        }
    }

    /** To the nearest second: the two clocks were read one after the other. */
    private static double seconds(Duration ahead) {
        return ahead.plusMillis(500).toSeconds();
    }
}
