package org.chengxin.intake.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.chengxin.catalogue.boundary.Catalogue;
import org.chengxin.catalogue.definition.CodeTableDefinition;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.intake.boundary.LotProcess;
import org.chengxin.intake.entity.SettlementAction;
import org.chengxin.intake.entity.Submission;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.subject.boundary.SubjectRegister;

/**
 * The supplier settles rows that were doubtful or wrong: it confirms them, takes suggestions over, or gives other values.
 * The row is read again from its cells with the same rules, and then placed like any other; its reviewer sees it in a
 * further round of the lot. Nothing that is an error can be confirmed.
 */
@ApplicationScoped
public class RowSettling {

    private static final List<String> OPEN = List.of("SUSPECT", "REJECTED", "UNMATCHED");

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Inject
    ApplicationClock clock;

    @Inject
    Catalogue catalogue;

    @Inject
    SubjectRegister subjects;

    @Inject
    LotProcess process;

    @Inject
    SettlementLog log;

    /**
     * What the supplier says.
     *
     * @param fields field → new value, for CHANGE
     * @param confirmed doubts that remain are confirmed as well
     */
    public record Wish(SettlementAction action, Map<String, String> fields, boolean confirmed, String reason) {}

    /**
     * What came of it for one row.
     *
     * @param outcome of the row now
     * @param settled whether something changed
     * @param findings that remain, or that keep it from being settled
     */
    public record Answer(int row, String outcome, boolean settled, List<Finding> findings) {}

    /** Settles rows of one lot, which the caller has locked; one answer for each row that was open. */
    public List<Answer> settle(Submission lot, Collection<Integer> rowNos, Wish wish, Actor clerk) throws SQLException {
        Connection connection = em.unwrap(Connection.class);
        ItemDefinition item = catalogue.definition(lot.itemVersionId());
        WaitingRows waiting = new WaitingRows(connection, lot);
        List<WaitingRows.Row> rows = waiting.rows(rowNos, OPEN);
        Map<Integer, Map<String, String>> earlier = waiting.changes(rowNos);
        Map<Integer, Map<String, String>> changes = new HashMap<>();
        List<WaitingRows.Row> kept = new ArrayList<>();
        List<CheckedRow> passed = new ArrayList<>();
        Map<Integer, Answer> answers = new TreeMap<>();
        Checkers checkers = new Checkers(lot, item);
        for (WaitingRows.Row row : rows) {
            Map<String, String> wished =
                    switch (wish.action()) {
                        case SUGGESTIONS -> row.suggestions();
                        case CHANGE -> wish.fields();
                        default -> Map.of();
                    };
            if (wished.isEmpty() && wish.action() == SettlementAction.SUGGESTIONS) {
                // nothing is suggested: accepting nothing settles nothing
                answers.put(row.rowNo(), new Answer(row.rowNo(), row.outcome(), false, row.found()));
                continue;
            }
            Map<String, String> values = new LinkedHashMap<>(earlier.getOrDefault(row.rowNo(), Map.of()));
            values.putAll(wished);
            CheckedRow checked = checkers.check(row, values);
            if (stands(checked, wish)) {
                changes.put(row.rowNo(), Map.copyOf(wished));
                kept.add(row);
                passed.add(checked);
            } else {
                answers.put(row.rowNo(), new Answer(row.rowNo(), row.outcome(), false, checked.findings()));
            }
        }
        if (!passed.isEmpty()) {
            place(new Settled(connection, lot, item, wish, clerk), kept, passed, changes, answers);
        }
        return List.copyOf(answers.values());
    }

    /** What all rows of one settlement have in common. */
    private record Settled(Connection connection, Submission lot, ItemDefinition item, Wish wish, Actor clerk) {}

    private static boolean stands(CheckedRow row, Wish wish) {
        return row.outcome() == Outcome.ACCEPTABLE || (row.outcome() == Outcome.SUSPECT && confirmed(wish));
    }

    private static boolean confirmed(Wish wish) {
        return wish.confirmed() || wish.action() == SettlementAction.KEEP;
    }

    private void place(
            Settled settled,
            List<WaitingRows.Row> before,
            List<CheckedRow> rows,
            Map<Integer, Map<String, String>> changes,
            Map<Integer, Answer> answers)
            throws SQLException {
        Submission lot = settled.lot();
        List<RowPlacement.Placed> placed = new RowPlacement(
                        settled.connection(),
                        lot,
                        settled.item(),
                        RowPlacement.SubjectLookup.in(subjects),
                        clock.today(),
                        confirmed(settled.wish()))
                .placeAgain(rows.stream().map(RowPlacement.Candidate::of).toList());
        StagedRows staged = new StagedRows(settled.connection(), lot, settled.item());
        RowCounts counts = new RowCounts();
        List<SettlementLog.Before> notes = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            CheckedRow row = rows.get(i);
            RowPlacement.Placed place = placed.get(i);
            if (place.outcome().equals("SUSPECT")) {
                // it contradicts another row, and nobody confirmed that
                List<Finding> doubts = new ArrayList<>(row.findings());
                doubts.add(place.finding());
                answers.put(row.row(), new Answer(row.row(), before.get(i).outcome(), false, doubts));
                continue;
            }
            List<Finding> findings =
                    row.findings().stream().map(RowSettling::remark).toList();
            staged.add(row, place, lot.rounds().settling(), settled.clerk().username(), findings);
            counts.move(before.get(i).outcome(), place.outcome());
            notes.add(before.get(i).before(changes.get(row.row())));
            answers.put(row.row(), new Answer(row.row(), place.outcome(), true, findings));
        }
        if (notes.isEmpty()) {
            return;
        }
        staged.remove(notes.stream().map(SettlementLog.Before::row).toList());
        staged.write();
        log.note(lot, settled.wish().action(), settled.clerk(), settled.wish().reason(), notes);
        if (lot.settled(counts, true)) {
            process.start(lot.no());
        }
    }

    /** A doubt that the supplier confirmed is a remark from now on. */
    private static Finding remark(Finding finding) {
        return finding.severity() != FindingSeverity.SUSPECT
                ? finding
                : new Finding(
                        finding.row(),
                        finding.field(),
                        finding.value(),
                        finding.rule(),
                        FindingSeverity.WARNING,
                        finding.args(),
                        finding.suggestion());
    }

    /** One checker for each set of fields that are given anew. */
    private final class Checkers {

        private final ItemDefinition item;
        private final HeaderMapping mapping;
        private final CheckOptions options;
        private final Map<String, CodeTableDefinition> tables;
        private final Map<Set<String>, RowChecker> made = new HashMap<>();

        Checkers(Submission lot, ItemDefinition item) {
            this.item = item;
            this.mapping = LotReading.mapping(lot.receipt().mapping());
            this.options = new CheckOptions(lot.receipt().historic(), clock.today());
            this.tables = catalogue.codeTables();
        }

        CheckedRow check(WaitingRows.Row row, Map<String, String> values) {
            List<String> fields = values.keySet().stream().sorted().toList();
            List<String> cells = new ArrayList<>();
            fields.forEach(field -> cells.add(values.get(field)));
            cells.addAll(row.cells());
            return made.computeIfAbsent(
                            Set.copyOf(fields), k -> new RowChecker(item, tables, mapping.given(fields), options))
                    .check(row.rowNo(), cells);
        }
    }
}
