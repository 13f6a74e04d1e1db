package org.chengxin.intake.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chengxin.catalogue.boundary.Catalogue;
import org.chengxin.catalogue.definition.FieldDefinition;
import org.chengxin.catalogue.definition.FieldType;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.intake.control.HeaderMapping;
import org.chengxin.intake.control.LotReading;
import org.chengxin.intake.control.RowReading;
import org.chengxin.intake.control.WaitingRows;
import org.chengxin.intake.entity.Submission;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.Role;
import org.chengxin.organisation.boundary.AccessLog;
import org.chengxin.organisation.boundary.CurrentActor;

/** The supplier's desk for rows that did not go on by themselves: what was found in them, and what they say. */
@Stateless
@RolesAllowed({Role.Names.CLERK, Role.Names.REVIEWER, Role.Names.SUPERVISOR, Role.Names.CENTRE, Role.Names.AUDITOR})
public class RowDesk {

    private static final List<String> OPEN = List.of("SUSPECT", "REJECTED", "UNMATCHED");

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Inject
    CurrentActor currentActor;

    @Inject
    AccessLog accessLog;

    @Inject
    Catalogue catalogue;

    /**
     * Rows with what was found in them, in the order of the file.
     *
     * @param outcome only rows that have it; null for all
     * @param rule only rows in which it found something; null for all
     * @param afterRow from after this row on
     * @throws BusinessRefusal NOT_FOUND SUBMISSION_UNKNOWN
     */
    public List<OpenRow> rows(String no, String outcome, String rule, int afterRow, int most) {
        Submission lot = visible(no);
        return withFindings(lot, new RowReading(em, lot).receipts(outcome, rule, afterRow, most));
    }

    /**
     * The rules because of which rows wait for the supplier, those with most rows first.
     *
     * @throws BusinessRefusal NOT_FOUND SUBMISSION_UNKNOWN
     */
    public List<RuleCount> rules(String no) {
        return new RowReading(em, visible(no)).rules();
    }

    /**
     * One row that waits, with its values. That it was looked at is logged.
     *
     * @throws BusinessRefusal NOT_FOUND SUBMISSION_UNKNOWN, also for other suppliers; CONFLICT ROWS_NOT_OPEN
     */
    @RolesAllowed(Role.Names.CLERK)
    public RowValues row(String no, int row) {
        Actor clerk = currentActor.get();
        Submission lot = visible(no);
        if (!clerk.actsFor(lot.organisationId())) {
            throw BusinessRefusal.notFound("SUBMISSION_UNKNOWN", no);
        }
        accessLog.viewed(clerk, "ROW", no + ":" + row);
        ItemDefinition item = catalogue.definition(lot.itemVersionId());
        WaitingRows waiting = new WaitingRows(em.unwrap(Connection.class), lot);
        try {
            WaitingRows.Row found = waiting.rows(List.of(row), OPEN).stream()
                    .findFirst()
                    .orElseThrow(() -> BusinessRefusal.conflict("ROWS_NOT_OPEN", no));
            Map<String, String> values = values(LotReading.mapping(lot.receipt().mapping()), found.cells());
            values.putAll(waiting.changes(List.of(row)).getOrDefault(row, Map.of()));
            item.fields().stream().filter(FieldDefinition::personal).forEach(field -> values.remove(field.name()));
            return new RowValues(
                    item.code(),
                    withFindings(lot, new RowReading(em, lot).receipts(null, null, row - 1, 1))
                            .get(0),
                    fields(item),
                    values);
        } catch (SQLException e) {
            throw new IllegalStateException("row " + row + " of " + no + " could not be read", e);
        }
    }

    /** Where several columns lead to a field, the first that says something counts, as when the row is read. */
    private static Map<String, String> values(HeaderMapping mapping, List<String> cells) {
        Map<String, String> values = new HashMap<>(mapping.fixed());
        for (int i = 0; i < Math.min(cells.size(), mapping.header().size()); i++) {
            String field = mapping.columns().get(mapping.header().get(i));
            if (field != null && !cells.get(i).isBlank()) {
                values.putIfAbsent(field, cells.get(i));
            }
        }
        return values;
    }

    private static List<RowValues.Field> fields(ItemDefinition item) {
        return item.fields().stream()
                .map(field -> new RowValues.Field(
                        field.name(),
                        field.title(),
                        field.titleEn(),
                        field.required(),
                        field.personal(),
                        field.type() == FieldType.LONG_TEXT))
                .toList();
    }

    private List<OpenRow> withFindings(Submission lot, List<RowView> rows) {
        Map<Integer, List<FindingView>> findings = new LotReading(em)
                .findingsOf(
                        lot,
                        catalogue.definition(lot.itemVersionId()),
                        rows.stream().map(RowView::row).toList());
        return rows.stream()
                .map(row -> new OpenRow(row, findings.getOrDefault(row.row(), List.of())))
                .toList();
    }

    private Submission visible(String no) {
        Actor actor = currentActor.get();
        return em.createNamedQuery("Submission.byNo", Submission.class)
                .setParameter("no", no)
                .getResultStream()
                .filter(lot -> actor.has(Role.CENTRE) || actor.has(Role.AUDITOR) || actor.actsFor(lot.organisationId()))
                .findFirst()
                .orElseThrow(() -> BusinessRefusal.notFound("SUBMISSION_UNKNOWN", no));
    }
}
