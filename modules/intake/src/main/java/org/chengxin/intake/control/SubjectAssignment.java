package org.chengxin.intake.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.chengxin.catalogue.boundary.Catalogue;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.intake.boundary.LotProcess;
import org.chengxin.intake.entity.SettlementAction;
import org.chengxin.intake.entity.Submission;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.subject.boundary.SubjectMatch;
import org.chengxin.subject.boundary.SubjectRegister;

/**
 * Rows that wait for their subject get it: the credit centre says whom they are about, or the subject was registered
 * since. They go on as the lot they came with: at once where that was approved, else with its review.
 */
@ApplicationScoped
public class SubjectAssignment {

    /** Waiting rows that are looked up again in one transaction, or given their subject with one set of statements. */
    public static final int CHUNK = 2_000;

    private static final String PROCESS = "Submission";

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

    private record Key(long submission, int row) {
        static Key parse(String position) {
            String[] parts = position.split(":");
            return new Key(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
        }
    }

    /**
     * Looks waiting rows up in the register again, a chunk of them.
     *
     * @param lotId only rows of this lot; null for all
     * @param after position where the last chunk ended; null at the beginning
     * @return position where this one ended; null when it was the last
     */
    public String rematch(Long lotId, String after) {
        try {
            Key from = after == null ? new Key(-1, 0) : Key.parse(after);
            List<Key> keys = new ArrayList<>();
            List<SubjectReference> references = new ArrayList<>();
            read(lotId, from, keys, references);
            if (keys.isEmpty()) {
                return null;
            }
            List<SubjectMatch> matches = RowPlacement.SubjectLookup.in(subjects)
                    .match(references.stream()
                            .map(r -> new RowPlacement.Candidate(0, null, null, null, r, false))
                            .toList());
            Map<Long, Map<Integer, Long>> found = new TreeMap<>();
            for (int i = 0; i < keys.size(); i++) {
                if (matches.get(i).found()) {
                    found.computeIfAbsent(keys.get(i).submission(), k -> new HashMap<>())
                            .put(keys.get(i).row(), matches.get(i).subjectId());
                }
            }
            for (Map.Entry<Long, Map<Integer, Long>> lot : found.entrySet()) {
                assign(lot.getKey(), lot.getValue(), SettlementAction.REMATCH, Actor.process(PROCESS), null);
            }
            Key last = keys.get(keys.size() - 1);
            return keys.size() < CHUNK ? null : last.submission() + ":" + last.row();
        } catch (SQLException e) {
            throw new IllegalStateException("waiting rows could not be matched again", e);
        }
    }

    private void read(Long lotId, Key from, List<Key> keys, List<SubjectReference> references) throws SQLException {
        try (PreparedStatement select = em.unwrap(Connection.class)
                .prepareStatement("SELECT t.submission_id, t.row_no, t.content::text, s.item_version_id, t.subject_code"
                        + " FROM staged_row t JOIN submission s ON s.id = t.submission_id"
                        + " WHERE t.outcome = 'UNMATCHED' AND (t.submission_id, t.row_no) > (?, ?)"
                        + " AND (? OR t.submission_id = ?) AND s.state NOT IN ('RETURNED', 'REFUSED')"
                        + " ORDER BY t.submission_id, t.row_no LIMIT ?")) {
            select.setLong(1, from.submission());
            select.setInt(2, from.row());
            select.setBoolean(3, lotId == null);
            select.setLong(4, lotId == null ? -1 : lotId);
            select.setInt(5, CHUNK);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    keys.add(new Key(row.getLong(1), row.getInt(2)));
                    references.add(SubjectReference.stored(
                            catalogue.definition(row.getLong(4)), row.getString(3), row.getString(5)));
                }
            }
        }
    }

    /**
     * Gives waiting rows of a lot their subjects.
     *
     * @param subjectIds row number → subject
     * @return how many rows were still waiting
     */
    public int assign(Long lotId, Map<Integer, Long> subjectIds, SettlementAction action, Actor actor, String reason) {
        Submission lot = em.find(Submission.class, lotId, LockModeType.PESSIMISTIC_WRITE);
        ItemDefinition item = catalogue.definition(lot.itemVersionId());
        Connection connection = em.unwrap(Connection.class);
        Map<Long, Set<Long>> merged = subjects.mergedInto(new HashSet<>(subjectIds.values()));
        try {
            RowCounts counts = new RowCounts();
            boolean unreviewed = false;
            int assigned = 0;
            for (List<Integer> slice : Slices.of(subjectIds.keySet(), CHUNK)) {
                List<WaitingRows.Row> rows = new WaitingRows(connection, lot).rows(slice, List.of("UNMATCHED"));
                List<RowPlacement.Placed> placed = placement(connection, lot, item, subjectIds, merged)
                        .placeAgain(
                                rows.stream().map(SubjectAssignment::candidate).toList());
                List<SettlementLog.Before> notes = new ArrayList<>();
                for (int i = 0; i < rows.size(); i++) {
                    counts.move("UNMATCHED", placed.get(i).outcome());
                    notes.add(rows.get(i).before(Map.of()));
                    // what a clerk changed before it was matched has not been before a reviewer
                    unreviewed |= rows.get(i).enteredBy() != null;
                }
                new PlacedRows(connection, lot).write(rows, placed);
                log.note(lot, action, actor, reason, notes);
                assigned += rows.size();
            }
            if (lot.settled(counts, unreviewed)) {
                process.start(lot.no());
            }
            return assigned;
        } catch (SQLException e) {
            throw new IllegalStateException("rows of " + lot.no() + " could not be given their subject", e);
        }
    }

    private RowPlacement placement(
            Connection connection,
            Submission lot,
            ItemDefinition item,
            Map<Integer, Long> subjectIds,
            Map<Long, Set<Long>> merged) {
        return new RowPlacement(
                connection,
                lot,
                item,
                candidates -> candidates.stream()
                        .map(row -> byHand(subjectIds.get(row.row()), merged))
                        .toList(),
                clock.today(),
                false);
    }

    private static RowPlacement.Candidate candidate(WaitingRows.Row row) {
        return new RowPlacement.Candidate(
                row.rowNo(), row.dedupeKey(), row.neutralKey(), row.contentHash(), null, row.enteredBy() != null);
    }

    private static SubjectMatch byHand(Long subjectId, Map<Long, Set<Long>> merged) {
        return SubjectMatch.byHand(subjectId, merged.getOrDefault(subjectId, Set.of()));
    }
}
