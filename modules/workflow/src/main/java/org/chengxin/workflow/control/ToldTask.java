package org.chengxin.workflow.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.chengxin.kernel.Role;
import org.chengxin.notification.boundary.Audience;
import org.chengxin.notification.boundary.NoticeEvent;
import org.chengxin.notification.boundary.NoticeEvent.Detail;
import org.chengxin.notification.boundary.NoticeEvent.Page;
import org.chengxin.notification.boundary.NoticeEvent.Subject;
import org.chengxin.notification.boundary.NoticeKind;
import org.chengxin.workflow.boundary.WithdrawnDecision;

/**
 * A task that somebody is told of: by the number and the item of what it is about and never by its title, which may name
 * the subject of a record.
 *
 * @param assignee user name of who has it; null for nobody
 * @param item name of the catalogue item; null where it is not known
 * @param standIn user name of who stands in today for who has it, and belongs to its group; null for nobody
 * @param absentName display name of who has it, where somebody stands in
 */
record ToldTask(
        String id,
        String step,
        String businessKey,
        Long organisationId,
        Role ownerRole,
        String assignee,
        LocalDate dueOn,
        String item,
        String itemEn,
        String standIn,
        String absentName) {

    /** The row of {@link NoticeWriting}. */
    static ToldTask read(ResultSet row) throws SQLException {
        return new ToldTask(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                Role.valueOf(row.getString(5)),
                row.getString(6),
                row.getObject(7, LocalDate.class),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11));
    }

    /** To who has it and who stands in for that person, or to its group: the deadline is near. */
    List<NoticeEvent> dueSoon() {
        return toWorkers(NoticeKind.TASK_DUE_SOON);
    }

    /** To the same: it has passed. */
    List<NoticeEvent> overdue() {
        return toWorkers(NoticeKind.TASK_OVERDUE);
    }

    private List<NoticeEvent> toWorkers(NoticeKind kind) {
        NoticeEvent owners = event(kind, id, owners());
        return standIn == null
                ? List.of(owners)
                : List.of(
                        owners,
                        event(kind, id + "/" + standIn, Audience.person(organisationId, standIn))
                                .with(Detail.INSTEAD_OF, absentName));
    }

    /** To the supervisor. */
    NoticeEvent escalated() {
        return event(NoticeKind.TASK_ESCALATED, id, Audience.of(organisationId, Role.SUPERVISOR));
    }

    /**
     * To somebody into whose hands it was put.
     *
     * @param act names the act: a task may be given to the same person more than once
     * @param by display name of who did it
     * @param reason null for none
     */
    NoticeEvent given(String to, String act, String by, String reason) {
        return event(NoticeKind.TASK_GIVEN, id + "/" + act, Audience.person(organisationId, to))
                .with(Detail.BY, by)
                .with(Detail.REASON, reason);
    }

    /**
     * To who decided it, or to its group where that person belongs to it no more: what was decided came to nothing, and
     * the task is open again.
     */
    NoticeEvent lapsed(WithdrawnDecision decision) {
        Audience audience = Audience.personOr(organisationId, decision.decidedBy(), ownerRole);
        return event(
                        NoticeKind.DECISION_LAPSED,
                        id + "/" + decision.withdrawnAt().toInstant(),
                        audience)
                .with(Detail.PERSON, decision.decidedName())
                .with(Detail.CAUSE, decision.cause());
    }

    private Audience owners() {
        return assignee == null
                ? Audience.of(organisationId, ownerRole)
                : Audience.personOr(organisationId, assignee, ownerRole);
    }

    private NoticeEvent event(NoticeKind kind, String key, Audience audience) {
        // a supervisor sees the lot or record, and not the task, which belongs to another group
        Subject subject = kind == NoticeKind.TASK_ESCALATED
                ? new Subject(businessKey.startsWith("L") ? Page.LOT : Page.RECORD, businessKey)
                : new Subject(Page.TASK, id);
        return new NoticeEvent(kind, key, audience, subject, Map.of(Detail.NO, businessKey))
                .with(Detail.ITEM, item)
                .with(Detail.ITEM_EN, itemEn)
                .with(Detail.STEP, step)
                .with(Detail.DAY, dueOn);
    }
}
