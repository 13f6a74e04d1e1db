package org.chengxin.intake.control;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.chengxin.catalogue.definition.FieldDefinition;
import org.chengxin.catalogue.definition.FieldMeaning;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.intake.entity.Submission;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.DisclosureScope;
import org.chengxin.kernel.Severity;
import org.chengxin.kernel.SubjectRole;
import org.chengxin.kernel.code.SubjectCode;
import org.chengxin.record.entity.AdmittedRow;
import org.chengxin.record.entity.SupplierStatement;
import org.chengxin.subject.boundary.PersonReference;
import org.chengxin.subject.boundary.Registration;
import org.chengxin.subject.boundary.SubjectFact;
import org.chengxin.subject.boundary.SubjectRegister;
import org.chengxin.subject.boundary.SubjectSource;

/** Turns the next accepted rows of an approved lot into what the record module takes, registering subjects on the way. */
public class LotAdmission {

    private static final JsonProvider JSON = JsonProvider.provider();

    /** Records a transaction, each with a process instance of its own. */
    public static final int CHUNK = 500;

    private record Staged(
            int rowNo,
            String content,
            String contentHash,
            String dedupeKey,
            Long recordId,
            String recordNo,
            Long subjectId,
            String title,
            String legalBasis,
            LocalDate decidedOn,
            LocalDate endsOn,
            Severity severity,
            boolean scopeColumn,
            DisclosureScope statedScope,
            String enteredBy) {}

    private final Connection connection;
    private final Submission lot;
    private final ItemDefinition item;
    private final DisclosureScope standingScope;
    private final String regime;
    private final SubjectRegister subjects;
    private final String kindField;
    private final int chunk;
    private boolean rowsLeft;

    public LotAdmission(
            Connection connection,
            Submission lot,
            ItemDefinition item,
            DisclosureScope standingScope,
            String regime,
            SubjectRegister subjects,
            int chunk) {
        this.chunk = chunk;
        this.connection = connection;
        this.lot = lot;
        this.item = item;
        this.standingScope = standingScope;
        this.regime = regime;
        this.subjects = subjects;
        this.kindField =
                item.field(FieldMeaning.KIND).map(FieldDefinition::name).orElse(null);
    }

    /** The kind of decision or the grade, where the item has one: some have rules of their own. */
    private String kind(Staged row) {
        return kindField == null ? null : content(row).getString(kindField, null);
    }

    private static JsonObject content(Staged row) {
        try (JsonReader reader = JSON.createReader(new StringReader(row.content()))) {
            return reader.readObject();
        }
    }

    /** What these rows say about the identity of their subjects. */
    public List<SubjectFact> facts(List<AdmittedRow> rows) {
        return new StatedFacts(lot, item).of(rows);
    }

    /** Whether rows are left after those of the last {@link #next}. */
    public boolean rowsLeft() {
        return rowsLeft;
    }

    /** The next rows. */
    public List<AdmittedRow> next() throws SQLException {
        List<Staged> staged = eachRecordOnce(read());
        List<Long> subjectIds =
                item.registersSubjects() ? subjects.register(registrations(staged), source()) : List.of();
        // between check and approval a subject may have turned out to be another
        Map<Long, Long> current = subjects.current(
                staged.stream().map(Staged::subjectId).filter(Objects::nonNull).collect(Collectors.toSet()));
        Set<Long> persons = subjects.naturalPersons(subjectIds.isEmpty() ? current.values() : subjectIds);
        Set<String> keys = new HashSet<>();
        staged.forEach(row -> keys.add(row.dedupeKey()));
        // a lot that was approved in the meantime may have brought the same record
        Map<String, StagedRows.Place> onRecord =
                StagedRows.recordsByKey(connection, lot.itemId(), lot.organisationId(), keys);
        List<Map<Long, SubjectRole>> responsible = new ResponsiblePersons(item, subjects)
                .of(staged.stream().map(LotAdmission::content).toList(), source());
        List<AdmittedRow> rows = new ArrayList<>(staged.size());
        for (int i = 0; i < staged.size(); i++) {
            Staged row = staged.get(i);
            StagedRows.Place place = onRecord.get(row.dedupeKey());
            if (place != null && !place.recordNo().equals(row.recordNo())) {
                moveTo(place, row);
            }
            Long subjectId = subjectIds.isEmpty() ? current.get(row.subjectId()) : subjectIds.get(i);
            rows.add(new AdmittedRow(
                    row.rowNo(),
                    place == null ? row.recordId() : place.recordId(),
                    place == null ? row.recordNo() : place.recordNo(),
                    subjectId,
                    row.content(),
                    row.contentHash(),
                    row.dedupeKey(),
                    row.title(),
                    row.legalBasis(),
                    row.decidedOn(),
                    new SupplierStatement(
                            row.severity(),
                            row.scopeColumn(),
                            row.statedScope(),
                            lot.lotScope(),
                            standingScope,
                            row.endsOn(),
                            persons.contains(subjectId),
                            regime,
                            kind(row)),
                    row.enteredBy(),
                    responsible.get(i)));
        }
        return rows;
    }

    /** The lot's reviewer, on whose approval the register is written. */
    private SubjectSource source() {
        Actor reviewer =
                new Actor(null, lot.reviewedBy(), lot.reviewedName(), lot.organisationId(), null, null, Set.of());
        return new SubjectSource(reviewer, lot.organisationId(), lot.id());
    }

    /** Two contents of one record are two versions, and those come in two transactions. */
    private List<Staged> eachRecordOnce(List<Staged> rows) {
        rowsLeft = rows.size() == chunk;
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            if (!keys.add(rows.get(i).dedupeKey())) {
                rowsLeft = true;
                return rows.subList(0, i);
            }
        }
        return rows;
    }

    private List<Staged> read() throws SQLException {
        List<Staged> rows = new ArrayList<>(chunk);
        try (PreparedStatement select = connection.prepareStatement("SELECT row_no, content::text, content_hash,"
                + " dedupe_key, record_id, record_no, subject_id, title, legal_basis, decided_on, ends_on, severity,"
                + " scope_column, stated_scope, entered_by FROM staged_row WHERE submission_id = ? AND received_at = ?"
                + " AND row_no > ? AND round = ? AND outcome = 'ACCEPTED' AND NOT makes_nothing"
                + " ORDER BY row_no LIMIT ?")) {
            select.setLong(1, lot.id());
            select.setObject(2, lot.receivedAt());
            select.setInt(3, lot.lastRowAdmitted());
            select.setInt(4, lot.round());
            select.setInt(5, chunk);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(staged(row));
                }
            }
        }
        return rows;
    }

    private static Staged staged(ResultSet row) throws SQLException {
        String severity = row.getString(12);
        String scope = row.getString(14);
        return new Staged(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getString(6),
                row.getObject(7, Long.class),
                row.getString(8),
                row.getString(9),
                row.getObject(10, LocalDate.class),
                row.getObject(11, LocalDate.class),
                severity == null ? null : Severity.valueOf(severity),
                row.getBoolean(13),
                scope == null ? null : DisclosureScope.valueOf(scope),
                row.getString(15));
    }

    private List<Registration> registrations(List<Staged> staged) {
        return staged.stream().map(this::registration).toList();
    }

    private Registration registration(Staged row) {
        JsonObject content = content(row);
        List<SubjectCode.Classified> codes = new ArrayList<>();
        for (FieldMeaning meaning : List.of(FieldMeaning.SUBJECT_CODE, FieldMeaning.SUBJECT_CODE_SECONDARY)) {
            for (FieldDefinition field : item.fields(meaning)) {
                codes.add(SubjectCode.classify(
                        content.getString(field.name(), null), field.type().expectedCode()));
            }
        }
        String former = text(content, FieldMeaning.FORMER_NAMES);
        return new Registration(
                codes,
                text(content, FieldMeaning.SUBJECT_NAME),
                former == null
                        ? List.of()
                        : Arrays.stream(former.split("[;；|、]"))
                                .map(String::strip)
                                .filter(name -> !name.isEmpty())
                                .toList(),
                text(content, FieldMeaning.DIVISION),
                text(content, FieldMeaning.SUBJECT_STATUS),
                false,
                text(content, FieldMeaning.SUBJECT_KIND),
                row.decidedOn(),
                new PersonReference(
                        text(content, FieldMeaning.LEGAL_REPRESENTATIVE),
                        text(content, FieldMeaning.LEGAL_REPRESENTATIVE_ID)),
                null);
    }

    private String text(JsonObject content, FieldMeaning meaning) {
        return item.field(meaning)
                .map(field -> content.getString(field.name(), null))
                .orElse(null);
    }

    private void moveTo(StagedRows.Place place, Staged row) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE staged_row SET record_no = ?, record_id = ?"
                + " WHERE submission_id = ? AND received_at = ? AND row_no = ?")) {
            update.setString(1, place.recordNo());
            update.setLong(2, place.recordId());
            update.setLong(3, lot.id());
            update.setObject(4, lot.receivedAt());
            update.setInt(5, row.rowNo());
            update.executeUpdate();
        }
    }
}
