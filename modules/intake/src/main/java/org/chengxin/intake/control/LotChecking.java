package org.chengxin.intake.control;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.intake.entity.Submission;

/** Checks, matches and stages one chunk of a lot's rows, with the same number of statements whatever its size. */
public class LotChecking {

    /** Rows a transaction: seconds of work, so that a killed server loses little. */
    public static final int CHUNK = 5_000;

    private final Connection connection;
    private final Submission lot;
    private final ItemDefinition item;
    private final RowPlacement placement;

    public LotChecking(Connection connection, Submission lot, ItemDefinition item, RowPlacement placement) {
        this.connection = connection;
        this.lot = lot;
        this.item = item;
        this.placement = placement;
    }

    /**
     * Checks the next chunk.
     *
     * @return whether rows are left
     */
    public boolean checkNext(RowChecker checker) throws SQLException {
        LotStore store = new LotStore(connection, lot.id(), lot.receivedAt());
        List<LotStore.RawRow> raw = store.rowsAfter(lot.tally().lastRowChecked(), CHUNK);
        List<CheckedRow> rows = new ArrayList<>(raw.size());
        raw.forEach(row -> rows.add(checker.check(row.rowNo(), row.cells())));
        stage(rows);
        return store.rowsLeftAfter(lot.tally().lastRowChecked());
    }

    private void stage(List<CheckedRow> rows) throws SQLException {
        List<CheckedRow> acceptable =
                rows.stream().filter(row -> row.outcome() == Outcome.ACCEPTABLE).toList();
        Iterator<RowPlacement.Placed> places = placement
                .place(acceptable.stream().map(RowPlacement.Candidate::of).toList())
                .iterator();
        StagedRows staged = new StagedRows(connection, lot, item);
        RowCounts counts = new RowCounts();
        CleaningCounts cleaning = CleaningCounts.fromJson(lot.tally().cleaning());
        int lastRow = lot.tally().lastRowChecked();
        for (CheckedRow row : rows) {
            lastRow = row.row();
            cleaning.add(row);
            if (row.outcome() == Outcome.ACCEPTABLE) {
                RowPlacement.Placed placed = places.next();
                counts.add(placed.outcome());
                staged.add(row, placed);
            } else {
                String outcome = row.outcome() == Outcome.REJECTED ? "REJECTED" : "SUSPECT";
                counts.add(outcome);
                staged.add(row, new RowPlacement.Placed(outcome, null, false, null, row.dedupeKey(), null));
            }
        }
        staged.write();
        lot.checked(lastRow, counts, cleaning.toJson());
    }
}
