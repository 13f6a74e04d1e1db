package org.chengxin.workflow.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.Role;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.organisation.boundary.CurrentActor;

/** The filters of the inbox that the caller gave a name; everybody has their own and sees no other's. */
@Stateless
@RolesAllowed({
    Role.Names.CLERK, Role.Names.REVIEWER, Role.Names.SUPERVISOR, Role.Names.SECRECY_OFFICER,
    Role.Names.SECRECY_AUTHORITY, Role.Names.COMPETENT_AUTHORITY, Role.Names.CENTRE, Role.Names.WINDOW,
    Role.Names.AUDITOR, Role.Names.ADMIN, Role.Names.CATALOGUE_EDITOR, Role.Names.DEPARTMENT_USER
})
public class SavedFilters {

    static final int MOST = 20;
    static final int LONGEST_NAME = 40;
    static final int LONGEST_QUERY = 1_000;

    @Resource(lookup = "jdbc/chengxin")
    DataSource registry;

    @Inject
    CurrentActor currentActor;

    @Inject
    ApplicationClock clock;

    /** The caller's filters, by name. */
    public List<SavedFilter> list() {
        return with("SELECT id, name, query FROM saved_filter WHERE username = ? ORDER BY name, id", statement -> {
            List<SavedFilter> filters = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    filters.add(new SavedFilter(row.getLong(1), row.getString(2), row.getString(3)));
                }
            }
            return filters;
        });
    }

    /**
     * Saves a filter, in place of the one that has this name.
     *
     * @throws BusinessRefusal INVALID REQUIRED or TOO_LONG with the member; CONFLICT FILTERS_TOO_MANY
     */
    public void save(String name, String query) {
        if (name == null || name.isBlank()) {
            throw BusinessRefusal.invalid("REQUIRED", "name");
        }
        String called = name.strip();
        if (called.length() > LONGEST_NAME || query.length() > LONGEST_QUERY) {
            throw BusinessRefusal.invalid("TOO_LONG", called.length() > LONGEST_NAME ? "name" : "query");
        }
        int written = with(
                "INSERT INTO saved_filter (username, name, query, saved_at) SELECT u, ?, ?, ? FROM (SELECT ?::text AS u) w"
                        + " WHERE EXISTS (SELECT FROM saved_filter WHERE username = u AND name = ?)"
                        + " OR (SELECT count(*) FROM saved_filter WHERE username = u) < ?"
                        + " ON CONFLICT (username, name) DO UPDATE SET query = excluded.query, saved_at = excluded.saved_at",
                statement -> {
                    statement.setString(1, called);
                    statement.setString(2, query);
                    statement.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
                    statement.setString(4, currentActor.get().username());
                    statement.setString(5, called);
                    statement.setInt(6, MOST);
                    return statement.executeUpdate();
                });
        if (written == 0) {
            throw BusinessRefusal.conflict("FILTERS_TOO_MANY", MOST);
        }
    }

    /** Deletes one of the caller's filters; one that is not there, or somebody else's, is left as it is. */
    public void delete(long id) {
        with("DELETE FROM saved_filter WHERE username = ? AND id = ?", statement -> {
            statement.setLong(2, id);
            return statement.executeUpdate();
        });
    }

    @FunctionalInterface
    private interface Step<T> {
        T take(PreparedStatement statement) throws SQLException;
    }

    /** The first place is the caller, unless the step fills it with something else. */
    private <T> T with(String sql, Step<T> step) {
        try (Connection connection = registry.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, currentActor.get().username());
            return step.take(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("filters could not be read or written", e);
        }
    }
}
