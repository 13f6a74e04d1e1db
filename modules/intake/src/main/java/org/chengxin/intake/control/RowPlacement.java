package org.chengxin.intake.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.intake.entity.Submission;
import org.chengxin.subject.boundary.SubjectMatch;
import org.chengxin.subject.boundary.SubjectQuery;
import org.chengxin.subject.boundary.SubjectRegister;

/**
 * Finds for rows that passed the checks whom they are about and which record they belong to: a new one, one that is on
 * record, or one that an earlier row of the lot makes. The number of statements does not depend on the number of rows.
 */
public class RowPlacement {

    /**
     * Where a row goes.
     *
     * @param outcome ACCEPTED, SUSPECT or UNMATCHED
     * @param place the record; null unless accepted
     * @param makesNothing the same content is on record, or earlier in this lot
     * @param subjectId null unless accepted, and for items whose rows register their subjects on approval
     * @param dedupeKey by the subject where it is known, else by what the row says of it
     * @param finding why it is not accepted or makes nothing; null for none
     */
    public record Placed(
            String outcome,
            StagedRows.Place place,
            boolean makesNothing,
            Long subjectId,
            String dedupeKey,
            Finding finding) {}

    /**
     * What placing needs to know of a row.
     *
     * @param subject null where somebody has said whom it is about
     * @param confirmed the supplier has confirmed it before: what it contradicts, it replaces
     */
    public record Candidate(
            int row,
            String dedupeKey,
            String neutralKey,
            String contentHash,
            SubjectReference subject,
            boolean confirmed) {

        static Candidate of(CheckedRow row) {
            return new Candidate(row.row(), row.dedupeKey(), row.neutralKey(), row.contentHash(), row.subject(), false);
        }
    }

    /** Finds the subjects of rows: one answer each, in their order. */
    @FunctionalInterface
    public interface SubjectLookup {
        List<SubjectMatch> match(List<Candidate> rows);

        /** By codes and names in the register. */
        static SubjectLookup in(SubjectRegister register) {
            return rows -> register.match(rows.stream()
                    .map(row -> new SubjectQuery(
                            row.subject().codes(), row.subject().name()))
                    .toList());
        }
    }

    private final Connection connection;
    private final Submission lot;
    private final ItemDefinition item;
    private final SubjectLookup subjects;
    private final LocalDate today;
    private final boolean contradictionsSettled;

    /**
     * @param contradictionsSettled the supplier has confirmed the rows: content that contradicts an earlier row, or
     *     that was replaced before, is what holds
     */
    public RowPlacement(
            Connection connection,
            Submission lot,
            ItemDefinition item,
            SubjectLookup subjects,
            LocalDate today,
            boolean contradictionsSettled) {
        this.connection = connection;
        this.lot = lot;
        this.item = item;
        this.subjects = subjects;
        this.today = today;
        this.contradictionsSettled = contradictionsSettled;
    }

    /** Places rows that are checked for the first time, in their order; one answer each. */
    public List<Placed> place(List<Candidate> rows) throws SQLException {
        return place(rows, List.of());
    }

    /** Places rows that were placed before: what they said then is no contradiction to what they say now. */
    public List<Placed> placeAgain(List<Candidate> rows) throws SQLException {
        return place(rows, rows.stream().map(Candidate::row).toList());
    }

    private List<Placed> place(List<Candidate> rows, List<Integer> placedBefore) throws SQLException {
        List<SubjectMatch> matches = match(rows);
        List<List<String>> possible = new ArrayList<>(rows.size());
        Set<String> wanted = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            possible.add(keys(rows.get(i), matches.get(i)));
            wanted.addAll(possible.get(i));
        }
        Map<String, StagedRows.Place> onRecord =
                StagedRows.recordsByKey(connection, lot.itemId(), lot.organisationId(), wanted);
        Map<String, StagedRows.Place> inLot =
                new HashMap<>(StagedRows.rowsByKey(connection, lot, wanted, placedBefore));
        List<String> keys = possible.stream()
                .map(ofRow -> ofRow.stream()
                        .filter(key -> onRecord.containsKey(key) || inLot.containsKey(key))
                        .findFirst()
                        .orElse(ofRow.get(0)))
                .toList();
        Map<Integer, StagedRows.Place> bySubject =
                new EarlierRegistrations(connection, lot, item, subjects).of(rows, onRecord.keySet());
        Set<String> replaced = replacedContents(Stream.concat(onRecord.values().stream(), bySubject.values().stream())
                .toList());
        Iterator<Long> numbers = reserve(rows.size());
        List<Placed> placed = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            StagedRows.Place known =
                    onRecord.getOrDefault(keys.get(i), bySubject.get(rows.get(i).row()));
            placed.add(place(rows.get(i), matches.get(i), keys.get(i), known, inLot, replaced, numbers));
        }
        return placed;
    }

    private Placed place(
            Candidate row,
            SubjectMatch match,
            String key,
            StagedRows.Place onRecord,
            Map<String, StagedRows.Place> inLot,
            Set<String> replaced,
            Iterator<Long> numbers) {
        boolean settled = contradictionsSettled || row.confirmed();
        StagedRows.Place earlier = inLot.get(key);
        if (earlier != null && !earlier.contentHash().equals(row.contentHash()) && !settled) {
            return new Placed("SUSPECT", null, false, null, key, finding(row, FindingRule.CONFLICT_IN_LOT));
        }
        if (match != null && !match.found()) {
            inLot.put(key, new StagedRows.Place(null, null, row.contentHash()));
            return new Placed("UNMATCHED", null, false, null, key, nobody(row, match));
        }
        StagedRows.Place existing = earlier != null && earlier.recordId() != null ? earlier : onRecord;
        boolean same = existing != null && existing.contentHash().equals(row.contentHash());
        if (existing != null && !same && !settled && replaced.contains(existing.recordId() + row.contentHash())) {
            return new Placed(
                    "SUSPECT", null, false, null, key, finding(row, FindingRule.CONTENT_REPLACED, existing.recordNo()));
        }
        StagedRows.Place place = existing == null ? fresh(numbers.next(), row) : existing;
        inLot.put(key, new StagedRows.Place(place.recordId(), place.recordNo(), row.contentHash()));
        return new Placed(
                "ACCEPTED",
                place,
                same,
                match == null ? null : match.subjectId(),
                key,
                same ? finding(row, FindingRule.DUPLICATE, existing.recordNo()) : null);
    }

    private static Finding nobody(Candidate row, SubjectMatch match) {
        FindingRule rule =
                switch (match.how()) {
                    case NONE -> FindingRule.SUBJECT_UNKNOWN;
                    case CODE_UNKNOWN_NAME_KNOWN -> FindingRule.SUBJECT_CODE_UNKNOWN;
                    case CODE_AND_NAME_DISAGREE -> FindingRule.SUBJECT_CODE_OF_ANOTHER;
                    default -> FindingRule.SUBJECT_AMBIGUOUS;
                };
        return finding(row, rule, String.join("、", namesOf(match)));
    }

    /** Whom the register holds; a natural person's name is not told to whoever sent a row. */
    private static List<String> namesOf(SubjectMatch match) {
        return match.candidates().stream()
                .filter(candidate -> candidate.kind().mayBePublic())
                .map(SubjectMatch.Candidate::name)
                .distinct()
                .toList();
    }

    /**
     * The subject itself in the key, so that an old number and a new one of the same subject lead to one record.
     *
     * @return the key of today, then those by subjects that were merged into it: records keep the key they came with
     */
    static List<String> keys(Candidate row, SubjectMatch match) {
        if (match == null || !match.found() || row.neutralKey() == null) {
            return List.of(row.dedupeKey());
        }
        List<String> keys = new ArrayList<>();
        keys.add(key(row, match.subjectId()));
        match.formerIds().forEach(id -> keys.add(key(row, id)));
        return keys;
    }

    private static String key(Candidate row, Long subjectId) {
        return Digests.hex(Digests.sha256(), "#" + subjectId + row.neutralKey());
    }

    /** The subjects of the rows; none for items whose rows register subjects themselves, on approval. */
    private List<SubjectMatch> match(List<Candidate> rows) {
        if (item.registersSubjects()) {
            return Collections.nCopies(rows.size(), null);
        }
        return subjects.match(rows);
    }

    /** Contents these records had before: sending an old lot again must not bring back what was corrected since. */
    private Set<String> replacedContents(Collection<StagedRows.Place> records) throws SQLException {
        Set<String> replaced = new HashSet<>();
        if (records.isEmpty()) {
            return replaced;
        }
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT record_id, content_hash FROM record_content WHERE record_id = ANY (?)")) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "int8",
                            records.stream().map(StagedRows.Place::recordId).toArray(Long[]::new)));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    replaced.add(row.getLong(1) + row.getString(2));
                }
            }
        }
        return replaced;
    }

    private Iterator<Long> reserve(int count) throws SQLException {
        List<Long> ids = new ArrayList<>(count);
        try (PreparedStatement select =
                connection.prepareStatement("SELECT nextval('credit_record_seq') FROM generate_series(1, ?)")) {
            select.setInt(1, count);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getLong(1));
                }
            }
        }
        return ids.iterator();
    }

    /** A record number: R, the day of the check, and a number that is never used again. */
    private StagedRows.Place fresh(Long id, Candidate row) {
        String no = "R" + today.format(DateTimeFormatter.BASIC_ISO_DATE) + String.format("%09d", id);
        return new StagedRows.Place(id, no, row.contentHash());
    }

    private static Finding finding(Candidate row, FindingRule rule, String... args) {
        return new Finding(row.row(), null, null, rule, rule.severity(), List.of(args), null);
    }
}
