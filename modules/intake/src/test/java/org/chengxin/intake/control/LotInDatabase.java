package org.chengxin.intake.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.intake.entity.LotDescription;
import org.chengxin.intake.entity.LotPart;
import org.chengxin.intake.entity.Submission;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.text.FlatJson;
import org.chengxin.record.entity.AdmittedRow;
import org.chengxin.subject.boundary.PersonReference;
import org.chengxin.subject.boundary.Registration;
import org.chengxin.subject.boundary.SubjectMatch;
import org.chengxin.subject.boundary.SubjectQuery;
import org.chengxin.subject.boundary.SubjectRegister;
import org.chengxin.subject.boundary.SubjectSource;
import org.chengxin.subject.control.PersonWriter;
import org.chengxin.subject.control.SubjectMatching;
import org.chengxin.subject.control.SubjectReader;
import org.chengxin.subject.control.SubjectWriter;

/** A lot that was received, checked and approved, with its rows in the database. */
final class LotInDatabase {

    private static final Instant NOW = Instant.parse("2026-07-01T01:00:00Z");
    private static final LocalDate TODAY = PenaltyRow.TODAY;
    private static final Actor CLERK = actor("clerk.a");
    private static final Actor REVIEWER = actor("reviewer.a");

    private static long last;

    private final Connection connection;
    private final ItemDefinition item;
    private final SubjectRegister subjects;
    private final Submission lot;

    /** Rows by field, all with the same fields. */
    LotInDatabase(Connection connection, String itemCode, List<Map<String, String>> rows) throws SQLException {
        this.connection = connection;
        this.item = DemonstrationCatalogue.item(itemCode);
        this.subjects = new Register(connection);
        long itemId = itemCode.equals("REG-BASIC") ? IntakeDatabase.REGISTRATION : IntakeDatabase.PENALTY;
        long id = ++last;
        this.lot = new Lot(id, itemId, itemCode);
        insert(id, itemId, itemCode);
        keep(rows);
        lot.holds(rows.size());
        HeaderMapping mapping =
                HeaderMapping.identity(item, List.copyOf(rows.get(0).keySet())).orElseThrow();
        new LotChecking(
                        connection,
                        lot,
                        item,
                        new RowPlacement(connection, lot, item, RowPlacement.SubjectLookup.in(subjects), TODAY, false))
                .checkNext(
                        new RowChecker(item, DemonstrationCatalogue.tables(), mapping, new CheckOptions(false, TODAY)));
        lot.openReview();
        lot.approve(REVIEWER, null, NOW);
    }

    Submission lot() {
        return lot;
    }

    SubjectRegister register() {
        return subjects;
    }

    /** A chunk of it, whose records are written. */
    LotAdmission admit(int chunk) throws SQLException {
        return admit(connection, LotPart.WHOLE, chunk);
    }

    /** A chunk of a part of it, whose records are written. */
    LotAdmission admit(Connection through, LotPart part, int chunk) throws SQLException {
        LotAdmission admission = admission(through, part, chunk);
        for (AdmittedRow row : admission.next()) {
            write(through, row);
        }
        new PartPositions(through).admitted(lot, part, admission.lastRow(), admission.consumed());
        return admission;
    }

    /** All of it. */
    void admit() throws SQLException {
        while (admit(LotAdmission.CHUNK).rowsLeft()) {}
    }

    LotAdmission admission(Connection through, LotPart part, int chunk) throws SQLException {
        return new LotAdmission(
                through,
                lot,
                item,
                null,
                null,
                new Register(through),
                part,
                new PartPositions(through).lastRow(lot, part),
                chunk);
    }

    /** Row number, whether it makes nothing, and the record it belongs to, if that is on record. */
    List<String> rows() throws SQLException {
        return IntakeDatabase.rows(
                connection,
                "SELECT t.row_no, t.makes_nothing, r.record_no FROM staged_row t"
                        + " LEFT JOIN credit_record r ON r.id = t.record_id AND r.record_no = t.record_no"
                        + " WHERE t.outcome = 'ACCEPTED' AND t.submission_id = " + lot.id() + " ORDER BY 1");
    }

    private void write(Connection through, AdmittedRow row) throws SQLException {
        try (PreparedStatement insert = through.prepareStatement("INSERT INTO credit_record (id, record_no, item_id,"
                + " item_version_id, item_code, organisation_id, submission_id, row_no, subject_id, state, scope, title,"
                + " content_version, content_hash, dedupe_key, entered_by, reviewed_by, created_at, scope_column,"
                + " personal_subject) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'IN_REVIEW', 'UNDETERMINED', ?, 1, ?, ?,"
                + " 'clerk.a', 'reviewer.a', now(), false, false)"
                + " ON CONFLICT (id) DO UPDATE SET content_hash = excluded.content_hash,"
                + " content_version = credit_record.content_version + 1")) {
            int i = 0;
            for (Object value : List.of(
                    row.recordId(),
                    row.recordNo(),
                    lot.itemId(),
                    lot.itemId(),
                    lot.itemCode(),
                    lot.organisationId(),
                    lot.id(),
                    row.rowNo(),
                    row.subjectId(),
                    row.title(),
                    row.contentHash(),
                    row.dedupeKey())) {
                insert.setObject(++i, value);
            }
            insert.executeUpdate();
        }
    }

    private void insert(long id, long itemId, String itemCode) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO submission (id, no, item_id, item_code,"
                        + " item_version_id, organisation_id, submitted_by, submitted_name, channel, media_type, content_sha256,"
                        + " size_bytes, mapping, state, received_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, 'clerk.a', '甲', 'API', 'text/csv', ?, 1, '{}', 'PROCESSING', ?)")) {
            insert.setLong(1, id);
            insert.setString(2, lot.no());
            insert.setLong(3, itemId);
            insert.setString(4, itemCode);
            insert.setLong(5, itemId);
            insert.setLong(6, IntakeDatabase.SUPPLIER);
            insert.setString(7, "bytes of " + id);
            insert.setObject(8, lot.receivedAt());
            insert.executeUpdate();
        }
    }

    private void keep(List<Map<String, String>> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO raw_row (submission_id, received_at, row_no, cells) VALUES (?, ?, ?, ?)")) {
            int row = 1;
            for (Map<String, String> cells : rows) {
                FlatJson json = FlatJson.array();
                cells.values().forEach(json::add);
                insert.setLong(1, lot.id());
                insert.setObject(2, lot.receivedAt());
                insert.setInt(3, ++row);
                insert.setString(4, json.toString());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static Actor actor(String username) {
        return new Actor(null, username, username, IntakeDatabase.SUPPLIER, "a", "甲局", Set.of());
    }

    /** A lot that has its key without JPA. */
    private static final class Lot extends Submission {

        private final long id;

        Lot(long id, long itemId, String itemCode) {
            super(
                    "L" + id,
                    new LotDescription(
                            itemId, itemCode, itemId, "API", "a.csv", "text/csv", "x", 1, null, null, null, "{}"),
                    CLERK,
                    NOW);
            this.id = id;
        }

        @Override
        public Long id() {
            return id;
        }
    }

    /** The register as it is, on the connection of the test. */
    private static final class Register extends SubjectRegister {

        private final Connection connection;

        Register(Connection connection) {
            this.connection = connection;
        }

        @Override
        public List<SubjectMatch> match(List<SubjectQuery> queries) {
            return answer(() -> new SubjectMatching(connection).match(queries));
        }

        @Override
        public Map<Long, Set<Long>> mergedInto(Collection<Long> ids) {
            return answer(() -> SubjectReader.mergedInto(connection, ids));
        }

        @Override
        public List<Long> register(List<Registration> registrations, SubjectSource source) {
            return answer(() -> new SubjectWriter(connection, "3205", NOW, source)
                    .register(registrations)
                    .subjects());
        }

        @Override
        public List<Long> persons(List<PersonReference> references, SubjectSource source) {
            return answer(() -> new PersonWriter(connection, NOW, source).persons(references));
        }

        @Override
        public Map<Long, Long> current(Collection<Long> ids) {
            return answer(() -> SubjectReader.current(connection, ids));
        }

        @Override
        public Set<Long> naturalPersons(Collection<Long> ids) {
            return answer(() -> SubjectReader.naturalPersons(connection, ids));
        }

        private <T> T answer(Query<T> query) {
            try {
                return query.ask();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private interface Query<T> {
        T ask() throws SQLException;
    }
}
