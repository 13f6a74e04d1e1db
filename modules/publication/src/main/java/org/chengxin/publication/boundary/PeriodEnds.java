package org.chengxin.publication.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.chengxin.kernel.Role;

/** The certificates of the runs that ended periods, for those who operate and supervise. */
@Stateless
@RolesAllowed({Role.Names.ADMIN, Role.Names.AUDITOR, Role.Names.CENTRE})
public class PeriodEnds {

    private static final int MOST = 200;

    @Resource(lookup = "jdbc/chengxin")
    DataSource registry;

    /**
     * The newest runs first.
     *
     * @param before the id of the run before which the page begins; null for the first page
     * @param limit clamped to 1 … 200
     */
    public List<PeriodEndRun> list(Long before, int limit) {
        try (Connection connection = registry.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT id, from_day, until_day, due, ended, left_over, past_day, started_at, finished_at, node"
                                + " FROM registry.period_end_run WHERE id < ? ORDER BY id DESC LIMIT ?")) {
            statement.setLong(1, before == null ? Long.MAX_VALUE : before);
            statement.setInt(2, Math.max(1, Math.min(MOST, limit)));
            List<PeriodEndRun> runs = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    runs.add(new PeriodEndRun(
                            row.getLong(1),
                            row.getObject(2, LocalDate.class),
                            row.getObject(3, LocalDate.class),
                            row.getLong(4),
                            row.getLong(5),
                            row.getLong(6),
                            row.getLong(7),
                            row.getObject(8, OffsetDateTime.class),
                            row.getObject(9, OffsetDateTime.class),
                            row.getString(10)));
                }
            }
            return runs;
        } catch (SQLException e) {
            throw new IllegalStateException("the certificates could not be read", e);
        }
    }
}
