package org.chengxin.intake.control;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.intake.entity.Submission;
import org.chengxin.subject.boundary.SubjectMatch;

/**
 * The registrations of enterprises that now register under another code than the one their record came with: the key of
 * the row is another, the record is the same. Only a code tells at the check; whoever is not found by one is found when
 * the row registers its subject, on approval.
 */
final class EarlierRegistrations {

    private final Connection connection;
    private final Submission lot;
    private final ItemDefinition item;
    private final RowPlacement.SubjectLookup subjects;

    EarlierRegistrations(
            Connection connection, Submission lot, ItemDefinition item, RowPlacement.SubjectLookup subjects) {
        this.connection = connection;
        this.lot = lot;
        this.item = item;
        this.subjects = subjects;
    }

    /** Whether the item registers subjects and has one record for each. */
    static boolean areOneForEach(ItemDefinition item) {
        return item.registersSubjects() && item.dedupeKey().equals(List.of(ItemDefinition.SUBJECT));
    }

    /**
     * Row number → the record on which the subject of the row stands already.
     *
     * @param onRecord keys whose records are known
     */
    Map<Integer, StagedRows.Place> of(List<RowPlacement.Candidate> rows, Set<String> onRecord) throws SQLException {
        List<RowPlacement.Candidate> unknown = !areOneForEach(item)
                ? List.of()
                : rows.stream()
                        .filter(row -> row.subject() != null && !onRecord.contains(row.dedupeKey()))
                        .map(EarlierRegistrations::byCodesOnly)
                        .toList();
        if (unknown.isEmpty()) {
            return Map.of();
        }
        List<SubjectMatch> matches = subjects.match(unknown);
        Map<Long, StagedRows.Place> records = StagedRows.recordsBySubject(
                connection,
                lot.itemId(),
                lot.organisationId(),
                matches.stream()
                        .filter(SubjectMatch::found)
                        .map(SubjectMatch::subjectId)
                        .collect(Collectors.toSet()));
        Map<Integer, StagedRows.Place> places = new HashMap<>();
        for (int i = 0; i < unknown.size(); i++) {
            StagedRows.Place record =
                    matches.get(i).found() ? records.get(matches.get(i).subjectId()) : null;
            if (record != null) {
                places.put(unknown.get(i).row(), record);
            }
        }
        return places;
    }

    private static RowPlacement.Candidate byCodesOnly(RowPlacement.Candidate row) {
        return new RowPlacement.Candidate(
                row.row(),
                row.dedupeKey(),
                row.neutralKey(),
                row.contentHash(),
                new SubjectReference(null, row.subject().codes(), List.of()),
                row.confirmed());
    }
}
