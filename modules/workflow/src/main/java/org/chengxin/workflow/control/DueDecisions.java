package org.chengxin.workflow.control;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.organisation.boundary.SignIn;
import org.chengxin.workflow.boundary.WithdrawnDecision;
import org.chengxin.workflow.entity.WorklistTask;

/** Decisions whose time for being undone is over take effect, each in a transaction of its own (docs/adr/0019). */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DueDecisions {

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Resource(lookup = "jdbc/chengxin")
    DataSource registry;

    @Inject
    ApplicationClock clock;

    @Inject
    SignIn accounts;

    @Inject
    Worklist worklist;

    @Inject
    ReviewRules reviews;

    @Inject
    DecisionEffect effect;

    @Inject
    TaskHands hands;

    /** The tasks whose decision should have taken effect by now. */
    public List<String> due() throws SQLException {
        try (Connection connection = registry.getConnection()) {
            return new StandingRows(connection).due(clock.instant());
        }
    }

    /**
     * The decision on a task takes effect, if it still stands and whoever took it may still take it: who decided has
     * the role, and the four eyes are four, at the moment that counts.
     *
     * @return false where it was undone, or has taken effect meanwhile
     * @throws BusinessRefusal FORBIDDEN DECIDER_LEFT, FOUR_EYES or NOT_SUPPLIER; CONFLICT SAMPLE_UNSEEN; then nothing
     *     has changed
     */
    public boolean takeEffect(String taskId) throws SQLException {
        try (Connection connection = registry.getConnection()) {
            if (!new StandingRows(connection).begin(taskId, clock.instant())) {
                return false;
            }
        }
        WorklistTask task = em.find(WorklistTask.class, taskId);
        Actor decider = accounts.actor(task.decidedBy())
                .filter(task::ownedBy)
                .orElseThrow(() -> BusinessRefusal.forbidden("DECIDER_LEFT", task.decidedName()));
        worklist.refuseDecisionBy(task, decider);
        reviews.refuseUnseen(task, decider, Decision.fields(task.decision().fields()));
        effect.take(task);
        return true;
    }

    /**
     * The decision on a task comes to nothing for a cause, and the task is the group's again: its trail says so, and who
     * decided is told.
     *
     * @param cause code of the refusal
     * @return false where it was undone, or has taken effect meanwhile
     */
    public boolean lapse(String taskId, String cause) throws SQLException {
        Instant now = clock.instant();
        WithdrawnDecision withdrawn;
        try (Connection connection = registry.getConnection()) {
            StandingRows rows = new StandingRows(connection);
            if (!rows.lapse(taskId, cause, now)) {
                return false;
            }
            withdrawn = rows.latestWithdrawn(taskId).orElseThrow();
            new NoticeWriting(connection, now).lapsed(Map.of(taskId, withdrawn));
        }
        hands.lapse(
                em.find(WorklistTask.class, taskId),
                new TaskTrail.Person(withdrawn.decidedBy(), withdrawn.decidedName()),
                cause);
        return true;
    }
}
