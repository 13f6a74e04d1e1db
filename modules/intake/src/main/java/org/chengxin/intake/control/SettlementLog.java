package org.chengxin.intake.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.chengxin.intake.entity.SettlementAction;
import org.chengxin.intake.entity.Submission;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.sql.BulkInsert;
import org.chengxin.kernel.time.ApplicationClock;

/** Who settled which row, how and why, and what it was before. The application's role can only add to it. */
@ApplicationScoped
public class SettlementLog {

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Inject
    ApplicationClock clock;

    /**
     * What a row was before.
     *
     * @param findings JSON array
     * @param changes field → value as given; empty for none
     */
    public record Before(int row, String outcome, String content, String findings, Map<String, String> changes) {}

    /** Notes what was done with rows of a lot, with one statement, in the caller's transaction. */
    public void note(Submission lot, SettlementAction action, Actor actor, String reason, List<Before> rows)
            throws SQLException {
        BulkInsert insert = BulkInsert.into(
                "row_settlement",
                "submission_id bigint",
                "row_no integer",
                "round integer",
                "action text",
                "reason text",
                "actor text",
                "actor_name text",
                "organisation_id bigint",
                "settled_at timestamptz",
                "outcome_before text",
                "content_before jsonb",
                "findings_before jsonb",
                "changes jsonb");
        for (Before row : rows) {
            insert.add(
                    lot.id(),
                    row.row(),
                    action == SettlementAction.REVIEW_RETURN
                            ? lot.round()
                            : lot.rounds().settling(),
                    action,
                    reason,
                    actor.username(),
                    actor.displayName() == null ? actor.username() : actor.displayName(),
                    actor.organisationId(),
                    clock.instant(),
                    row.outcome(),
                    row.content(),
                    row.findings(),
                    json(row.changes()));
        }
        insert.execute(em.unwrap(Connection.class));
    }

    /** Whether this person settled a row for the supplier that the lot's present round takes on. */
    public boolean settledBy(Submission lot, String username) {
        Number rows = (Number) em.createNativeQuery("SELECT count(*) FROM row_settlement w JOIN staged_row t"
                        + " ON t.submission_id = w.submission_id AND t.row_no = w.row_no WHERE t.submission_id = ?1"
                        + " AND t.received_at = ?2 AND t.round = ?3 AND t.outcome = 'ACCEPTED' AND w.actor = ?4"
                        + " AND w.action IN ('KEEP','SUGGESTIONS','CHANGE')")
                .setParameter(1, lot.id())
                .setParameter(2, lot.receivedAt())
                .setParameter(3, lot.round())
                .setParameter(4, username)
                .getSingleResult();
        return rows.intValue() > 0;
    }

    private static String json(Map<String, String> changes) {
        if (changes.isEmpty()) {
            return null;
        }
        JsonObjectBuilder json = Json.createObjectBuilder();
        changes.forEach(json::add);
        return json.build().toString();
    }
}
