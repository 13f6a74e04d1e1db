package org.chengxin.intake.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chengxin.catalogue.definition.FieldDefinition;
import org.chengxin.catalogue.definition.FieldMeaning;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.intake.entity.Submission;
import org.chengxin.subject.boundary.SubjectMatch;
import org.chengxin.subject.boundary.SubjectQuery;
import org.chengxin.subject.boundary.SubjectRegister;

/** Checks, matches and stages one chunk of a lot's rows, with the same number of statements whatever its size. */
public class LotChecking {

    /** Rows a transaction: seconds of work, so that a killed server loses little. */
    public static final int CHUNK = 5_000;

    private final Connection connection;
    private final Submission lot;
    private final ItemDefinition item;
    private final SubjectRegister subjects;
    private final String legalBasisField;

    public LotChecking(Connection connection, Submission lot, ItemDefinition item, SubjectRegister subjects) {
        this.connection = connection;
        this.lot = lot;
        this.item = item;
        this.subjects = subjects;
        this.legalBasisField =
                item.field(FieldMeaning.LEGAL_BASIS).map(FieldDefinition::name).orElse(null);
    }

    /**
     * Checks the next chunk.
     *
     * @return whether rows are left
     */
    public boolean checkNext(RowChecker checker, LocalDate today) throws SQLException {
        List<LotStore.RawRow> raw =
                new LotStore(connection, lot.id(), lot.receivedAt()).rowsAfter(lot.lastRowChecked(), CHUNK);
        List<CheckedRow> rows = new ArrayList<>(raw.size());
        raw.forEach(row -> rows.add(checker.check(row.rowNo(), row.cells())));
        stage(rows, today);
        return raw.size() == CHUNK;
    }

    private void stage(List<CheckedRow> rows, LocalDate today) throws SQLException {
        List<CheckedRow> acceptable =
                rows.stream().filter(row -> row.outcome() == Outcome.ACCEPTABLE).toList();
        Map<Integer, SubjectMatch> matches = match(acceptable);
        Set<String> keys = new HashSet<>();
        acceptable.forEach(row -> keys.add(row.dedupeKey()));
        StagedRows staged = new StagedRows(connection, lot);
        Map<String, StagedRows.Place> onRecord =
                StagedRows.recordsByKey(connection, lot.itemId(), lot.organisationId(), keys);
        Map<String, StagedRows.Place> inLot = new HashMap<>(staged.rowsByKey(keys));
        Iterator<Long> numbers = reserve(acceptable.size());
        int[] counts = new int[4];
        int lastRow = lot.lastRowChecked();
        for (CheckedRow row : rows) {
            lastRow = row.row();
            List<Finding> findings = new ArrayList<>(row.findings());
            if (row.outcome() != Outcome.ACCEPTABLE) {
                boolean rejected = row.outcome() == Outcome.REJECTED;
                counts[rejected ? 1 : 2]++;
                staged.add(row, rejected ? "REJECTED" : "SUSPECT", null, false, null, null, findings);
                continue;
            }
            SubjectMatch match = matches.get(row.row());
            StagedRows.Place earlier = inLot.get(row.dedupeKey());
            if (earlier != null && !earlier.contentHash().equals(row.contentHash())) {
                findings.add(finding(row, FindingRule.CONFLICT_IN_LOT));
                counts[2]++;
                staged.add(row, "SUSPECT", null, false, null, null, findings);
                continue;
            }
            if (match != null && !match.found()) {
                boolean ambiguous = match.how() == SubjectMatch.How.AMBIGUOUS;
                findings.add(finding(row, ambiguous ? FindingRule.SUBJECT_AMBIGUOUS : FindingRule.SUBJECT_UNKNOWN));
                counts[3]++;
                staged.add(row, "UNMATCHED", null, false, null, null, findings);
                continue;
            }
            StagedRows.Place existing = earlier != null ? earlier : onRecord.get(row.dedupeKey());
            boolean same = existing != null && existing.contentHash().equals(row.contentHash());
            if (same) {
                findings.add(finding(row, FindingRule.DUPLICATE, existing.recordNo()));
            }
            StagedRows.Place place = existing == null ? fresh(numbers.next(), row, today) : existing;
            inLot.putIfAbsent(
                    row.dedupeKey(), new StagedRows.Place(place.recordId(), place.recordNo(), row.contentHash()));
            counts[0]++;
            staged.add(
                    row, "ACCEPTED", place, same, match == null ? null : match.subjectId(), legalBasis(row), findings);
        }
        staged.write();
        lot.checked(lastRow, counts[0], counts[1], counts[2], counts[3]);
    }

    /** The subjects of the rows; none for items whose rows register subjects themselves, on approval. */
    private Map<Integer, SubjectMatch> match(List<CheckedRow> rows) {
        Map<Integer, SubjectMatch> matches = new HashMap<>();
        if (item.registersSubjects()) {
            return matches;
        }
        List<SubjectMatch> found = subjects.match(rows.stream()
                .map(row ->
                        new SubjectQuery(row.subject().codes(), row.subject().name()))
                .toList());
        for (int i = 0; i < rows.size(); i++) {
            matches.put(rows.get(i).row(), found.get(i));
        }
        return matches;
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
    private static StagedRows.Place fresh(Long id, CheckedRow row, LocalDate today) {
        String no = "R" + today.format(DateTimeFormatter.BASIC_ISO_DATE) + String.format("%09d", id);
        return new StagedRows.Place(id, no, row.contentHash());
    }

    private String legalBasis(CheckedRow row) {
        Object stated = legalBasisField == null ? null : row.content().get(legalBasisField);
        return stated == null ? item.legalBasis() : stated.toString();
    }

    private static Finding finding(CheckedRow row, FindingRule rule, String... args) {
        return new Finding(row.row(), null, null, rule, rule.severity(), List.of(args), null);
    }
}
