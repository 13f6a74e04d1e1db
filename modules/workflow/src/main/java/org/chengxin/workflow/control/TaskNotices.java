package org.chengxin.workflow.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.chengxin.kernel.time.ApplicationClock;

/** Tells those whom a deadline concerns, in the transaction of the timer that fired. */
@ApplicationScoped
public class TaskNotices {

    @Resource(lookup = "jdbc/chengxin")
    DataSource registry;

    @Inject
    ApplicationClock clock;

    /** The owners of the open task of this instance are reminded. */
    public void remind(String processInstance) {
        try (Connection connection = registry.getConnection()) {
            new NoticeWriting(connection, clock.instant()).remind(processInstance);
        } catch (SQLException e) {
            throw new IllegalStateException("the reminder could not be noted", e);
        }
    }

    /** The open task of this instance is reported to the supervisor. */
    public void escalate(String processInstance) {
        try (Connection connection = registry.getConnection()) {
            new NoticeWriting(connection, clock.instant()).escalate(processInstance);
        } catch (SQLException e) {
            throw new IllegalStateException("the escalation could not be noted", e);
        }
    }
}
