package org.chengxin.intake.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chengxin.catalogue.boundary.Catalogue;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.intake.control.Finding;
import org.chengxin.intake.control.RowReading;
import org.chengxin.intake.control.RowRefusals;
import org.chengxin.intake.control.RowSettling;
import org.chengxin.intake.entity.SettlementAction;
import org.chengxin.intake.entity.Submission;
import org.chengxin.intake.entity.SubmissionState;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.Role;
import org.chengxin.organisation.boundary.CurrentActor;

/**
 * What the supplier's clerks do with rows that did not go on by themselves: only the supplier accepts a suggestion,
 * confirms a doubt or changes a value (谁提供谁更正). What they settle goes before their reviewer.
 */
@Stateless
@RolesAllowed({Role.Names.CLERK, Role.Names.SUPPLIER_SYSTEM})
public class RowSettlement {

    /** Rows of one request. */
    public static final int MOST = 5_000;

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Inject
    CurrentActor currentActor;

    @Inject
    Catalogue catalogue;

    @Inject
    RowSettling settling;

    @Inject
    RowRefusals refusals;

    /**
     * What is wished.
     *
     * @param rows row numbers, at most {@value #MOST}; empty together with a rule: all rows in which it found something,
     *     the first {@value #MOST} of them
     * @param rule name of a rule such as NAME_TRAILING: only rows in which it found something; null for any
     * @param action KEEP, SUGGESTIONS, CHANGE or DROP
     * @param fields technical name of a field → new value, blank for none, for CHANGE
     * @param confirmed doubts that remain are confirmed as well
     * @param reason required for DROP
     */
    public record Wish(
            List<Integer> rows,
            String rule,
            SettlementAction action,
            Map<String, String> fields,
            boolean confirmed,
            String reason) {

        public Wish {
            rows = rows == null ? List.of() : List.copyOf(rows);
            rule = rule == null || rule.isBlank() ? null : rule.strip();
            Map<String, String> values = new LinkedHashMap<>();
            if (fields != null) {
                fields.forEach((field, value) -> values.put(field, StatedReason.clean(value)));
            }
            fields = Collections.unmodifiableMap(values);
        }
    }

    /**
     * What came of it for one row.
     *
     * @param settled false: it stays as it was, for the reasons given
     * @param findings that remain
     */
    public record Answer(int row, String outcome, boolean settled, List<FindingView> findings) {}

    /**
     * Settles rows of a lot.
     *
     * @throws BusinessRefusal NOT_FOUND SUBMISSION_UNKNOWN; CONFLICT LOT_BEING_CHECKED, LOT_RETURNED or ROWS_NOT_OPEN;
     *     INVALID ROWS_MISSING, ROWS_TOO_MANY, ACTION_UNKNOWN, FIELD_UNKNOWN, FIELDS_MISSING, REASON_REQUIRED or TOO_LONG
     */
    public List<Answer> settle(String no, Wish wish) {
        Actor clerk = currentActor.get();
        Submission lot = em.createNamedQuery("Submission.byNo", Submission.class)
                .setParameter("no", no)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .filter(found -> clerk.actsFor(found.organisationId()))
                .findFirst()
                .orElseThrow(() -> BusinessRefusal.notFound("SUBMISSION_UNKNOWN", no));
        ItemDefinition item = catalogue.definition(lot.itemVersionId());
        refuse(lot, item, wish);
        List<Integer> rows =
                wish.rule() == null ? wish.rows() : new RowReading(em, lot).openWith(wish.rule(), wish.rows(), MOST);
        if (wish.action() == SettlementAction.DROP) {
            return drop(lot, rows, StatedReason.required(wish.reason()), clerk);
        }
        String reason = StatedReason.optional(wish.reason());
        try {
            List<RowSettling.Answer> answers = settling.settle(
                    lot, rows, new RowSettling.Wish(wish.action(), wish.fields(), wish.confirmed(), reason), clerk);
            if (answers.isEmpty()) {
                throw BusinessRefusal.conflict("ROWS_NOT_OPEN", no);
            }
            return answers.stream()
                    .map(answer -> new Answer(
                            answer.row(), answer.outcome(), answer.settled(), views(item, answer.findings())))
                    .toList();
        } catch (SQLException e) {
            throw new IllegalStateException("rows of " + no + " could not be settled", e);
        }
    }

    private List<Answer> drop(Submission lot, List<Integer> rows, String reason, Actor clerk) {
        List<String> open = List.of("SUSPECT", "UNMATCHED");
        List<Integer> dropped = new RowReading(em, lot).having(rows, open);
        if (dropped.isEmpty()) {
            throw BusinessRefusal.conflict("ROWS_NOT_OPEN", lot.no());
        }
        refusals.reject(lot, dropped, open, SettlementAction.DROP, clerk, reason);
        return dropped.stream()
                .map(row -> new Answer(row, "REJECTED", true, List.of()))
                .toList();
    }

    private static void refuse(Submission lot, ItemDefinition item, Wish wish) {
        if (lot.state() == SubmissionState.RECEIVED || (lot.state() == SubmissionState.CHECKING && lot.round() == 0)) {
            throw BusinessRefusal.conflict("LOT_BEING_CHECKED", lot.no());
        }
        if (lot.state() == SubmissionState.RETURNED || lot.state() == SubmissionState.REFUSED) {
            throw BusinessRefusal.conflict("LOT_RETURNED", lot.no());
        }
        if (wish.rule() == null && wish.rows().isEmpty()) {
            throw BusinessRefusal.invalid("ROWS_MISSING");
        }
        if (wish.rows().size() > MOST) {
            throw BusinessRefusal.invalid("ROWS_TOO_MANY", Integer.toString(MOST));
        }
        if (wish.action() == null || !wish.action().bySupplier()) {
            throw BusinessRefusal.invalid("ACTION_UNKNOWN");
        }
        if (wish.action() == SettlementAction.CHANGE && wish.fields().isEmpty()) {
            throw BusinessRefusal.invalid("FIELDS_MISSING");
        }
        wish.fields().keySet().stream()
                .filter(field -> item.field(field).isEmpty())
                .findFirst()
                .ifPresent(field -> {
                    throw BusinessRefusal.invalid("FIELD_UNKNOWN", field);
                });
    }

    private static List<FindingView> views(ItemDefinition item, List<Finding> findings) {
        return findings.stream().map(finding -> FindingView.of(item, finding)).toList();
    }
}
