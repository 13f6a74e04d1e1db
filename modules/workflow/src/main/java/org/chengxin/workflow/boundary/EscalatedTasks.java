package org.chengxin.workflow.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.Role;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.organisation.boundary.CurrentActor;
import org.chengxin.workflow.control.EscalatedReading;

/** What is late in the supervisor's own organisation, who has it, and why it was due then. */
@Stateless
@RolesAllowed(Role.Names.SUPERVISOR)
public class EscalatedTasks {

    @Resource(lookup = "jdbc/chengxin")
    DataSource registry;

    @Inject
    CurrentActor currentActor;

    @Inject
    ApplicationClock clock;

    /**
     * A page, the longest late first.
     *
     * @param after where the page begins, as the page before said; null for the first
     * @param limit clamped to 1 … 200
     * @throws BusinessRefusal INVALID CURSOR_INVALID
     */
    public EscalatedTaskPage list(String after, int limit) {
        Actor actor = currentActor.get();
        try (Connection connection = registry.getConnection()) {
            return new EscalatedReading(connection, actor, clock.today())
                    .list(after, Math.max(1, Math.min(200, limit)));
        } catch (SQLException e) {
            throw new IllegalStateException("what is late could not be read", e);
        }
    }
}
