package org.chengxin.workflow.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.notification.boundary.Audience;
import org.chengxin.notification.boundary.NoticeEvent;
import org.chengxin.notification.boundary.NoticeEvent.Detail;
import org.chengxin.notification.boundary.NoticeEvent.Page;
import org.chengxin.notification.boundary.NoticeEvent.Subject;
import org.chengxin.notification.boundary.NoticeEvents;
import org.chengxin.notification.boundary.NoticeKind;
import org.chengxin.organisation.boundary.SignIn;
import org.chengxin.workflow.boundary.StandInEntered;
import org.chengxin.workflow.boundary.TaskGiven;

/** Tells those whom a task concerns, in the transaction in which a timer fired or somebody gave it to another. */
@ApplicationScoped
public class TaskNotices {

    @Resource(lookup = "jdbc/chengxin")
    DataSource registry;

    @Inject
    ApplicationClock clock;

    @Inject
    NoticeEvents events;

    @Inject
    SignIn signIn;

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

    /** A supervisor gave a task to somebody. */
    void given(@Observes TaskGiven given) {
        try (Connection connection = registry.getConnection()) {
            new NoticeWriting(connection, clock.instant())
                    .given(given.taskId(), given.to(), given.by(), given.reason());
        } catch (SQLException e) {
            throw new IllegalStateException("who gets the task could not be told", e);
        }
    }

    /** Somebody is to stand in. */
    void entered(@Observes StandInEntered entered) {
        Instant now = clock.instant();
        signIn.actor(entered.standIn())
                .ifPresent(standIn -> events.happened(new NoticeEvent(
                                NoticeKind.STAND_IN,
                                entered.standIn() + "/" + now,
                                Audience.person(standIn.organisationId(), standIn.username()),
                                new Subject(Page.INBOX, null),
                                Map.of(Detail.PERSON, entered.absentName()))
                        .with(Detail.FROM, entered.from())
                        .with(Detail.DAY, entered.until())
                        .with(Detail.BY, entered.by())));
    }
}
