package org.chengxin.workflow.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.Role;
import org.chengxin.workflow.control.CheckLog;
import org.chengxin.workflow.control.CheckRun;

/** What the check that nothing is stuck found last, for those whom the running of the system concerns. */
@Stateless
@RolesAllowed({Role.Names.ADMIN, Role.Names.AUDITOR, Role.Names.CENTRE})
public class StuckChecks {

    @Resource(lookup = "jdbc/chengxin")
    DataSource registry;

    @Inject
    CheckRun check;

    /** The last check; null before the first. */
    public StuckCheck latest() {
        try (Connection connection = registry.getConnection()) {
            return new CheckLog(connection).latest();
        } catch (SQLException e) {
            throw new IllegalStateException("the last check could not be read", e);
        }
    }

    /**
     * Checks now.
     *
     * @throws BusinessRefusal CONFLICT CHECK_RUNNING where another server, or somebody else, is at it
     */
    @RolesAllowed(Role.Names.ADMIN)
    public void run() {
        if (check.run(null) == CheckRun.Outcome.LEFT_TO_OTHERS) {
            throw BusinessRefusal.conflict("CHECK_RUNNING");
        }
    }
}
