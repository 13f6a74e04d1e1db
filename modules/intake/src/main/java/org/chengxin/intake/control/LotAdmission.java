package org.chengxin.intake.control;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.chengxin.catalogue.definition.FieldDefinition;
import org.chengxin.catalogue.definition.FieldMeaning;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.intake.entity.LotPart;
import org.chengxin.intake.entity.Submission;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.DisclosureScope;
import org.chengxin.kernel.SubjectRole;
import org.chengxin.record.entity.AdmittedRow;
import org.chengxin.record.entity.SupplierStatement;
import org.chengxin.subject.boundary.SubjectFact;
import org.chengxin.subject.boundary.SubjectRegister;
import org.chengxin.subject.boundary.SubjectSource;

/**
 * Turns the next accepted rows of an approved lot into what the record module takes, registering subjects on the way. The
 * number of statements does not depend on the number of rows.
 */
public class LotAdmission {

    private static final JsonProvider JSON = JsonProvider.provider();

    /** Records a transaction, each with a process instance of its own. */
    public static final int CHUNK = 500;

    private final Connection connection;
    private final Submission lot;
    private final ItemDefinition item;
    private final DisclosureScope standingScope;
    private final String regime;
    private final SubjectRegister subjects;
    private final String kindField;
    private final boolean oneForEachSubject;
    private final int chunk;
    private final LotPart part;
    private final int after;
    /** Row number → content; parsed once, for those who ask. */
    private final Map<Integer, JsonObject> contents = new HashMap<>();

    private boolean rowsLeft;
    private int consumed;
    private int lastRow;

    /**
     * @param part whose rows are taken
     * @param after the last row that the part has taken
     * @param chunk at most so many rows
     */
    public LotAdmission(
            Connection connection,
            Submission lot,
            ItemDefinition item,
            DisclosureScope standingScope,
            String regime,
            SubjectRegister subjects,
            LotPart part,
            int after,
            int chunk) {
        this.part = part;
        this.after = after;
        this.chunk = chunk;
        this.connection = connection;
        this.lot = lot;
        this.item = item;
        this.standingScope = standingScope;
        this.regime = regime;
        this.subjects = subjects;
        this.kindField =
                item.field(FieldMeaning.KIND).map(FieldDefinition::name).orElse(null);
        this.oneForEachSubject = EarlierRegistrations.areOneForEach(item);
    }

    /** What these rows say about the identity of their subjects. */
    public List<SubjectFact> facts(List<AdmittedRow> rows) {
        return new StatedFacts(lot, item).of(rows);
    }

    /** Whether rows are left after those of the last {@link #next}. */
    public boolean rowsLeft() {
        return rowsLeft;
    }

    /** How many rows the last {@link #next} took, with those that made nothing. */
    public int consumed() {
        return consumed;
    }

    /** Where the part has come to with the last {@link #next}, which may have taken nothing of the rows that it passed. */
    public int lastRow() {
        return lastRow;
    }

    /** The next rows that make a record or bring new content of one; those that do neither are passed over. */
    public List<AdmittedRow> next() throws SQLException {
        ApprovedRows.Stretch stretch = new ApprovedRows(connection, lot, part, after).next(chunk);
        List<ApprovedRows.Row> rows = stretch.rows();
        RecordPlaces places = new RecordPlaces(connection, lot, rows);
        List<RecordPlaces.Taken> taken = places.take(rows, row -> null);
        Map<Integer, Long> subjectIds;
        if (item.registersSubjects()) {
            subjectIds = registered(taken);
            if (oneForEachSubject) {
                places.lookUpSubjects(subjectIds.values());
                taken = places.take(
                        taken.stream().map(RecordPlaces.Taken::row).toList(), row -> subjectIds.get(row.rowNo()));
            }
        } else {
            subjectIds = current(taken);
        }
        consumed = taken.size();
        boolean all = consumed == rows.size();
        lastRow = all ? stretch.until() : taken.get(consumed - 1).row().rowNo();
        rowsLeft = !all || stretch.more();
        places.move(taken);
        return admitted(taken.stream().filter(each -> !each.makesNothing()).toList(), subjectIds);
    }

    /** Row number → the subject that the row registered. Rows that make nothing say nothing new of theirs. */
    private Map<Integer, Long> registered(List<RecordPlaces.Taken> taken) {
        StatedRegistration stated = new StatedRegistration(item);
        List<ApprovedRows.Row> rows = taken.stream()
                .filter(each -> !each.makesNothing())
                .map(RecordPlaces.Taken::row)
                .toList();
        List<Long> ids = subjects.register(
                rows.stream()
                        .map(row -> stated.of(content(row), row.decidedOn()))
                        .toList(),
                source());
        Map<Integer, Long> subjectIds = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            subjectIds.put(rows.get(i).rowNo(), ids.get(i));
        }
        return subjectIds;
    }

    /** Row number → its subject; between check and approval that may have turned out to be another. */
    private Map<Integer, Long> current(List<RecordPlaces.Taken> taken) {
        Map<Long, Long> current = subjects.current(taken.stream()
                .map(each -> each.row().subjectId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Map<Integer, Long> subjectIds = new HashMap<>();
        taken.forEach(each ->
                subjectIds.put(each.row().rowNo(), current.get(each.row().subjectId())));
        return subjectIds;
    }

    private List<AdmittedRow> admitted(List<RecordPlaces.Taken> taken, Map<Integer, Long> subjectIds) {
        Set<Long> persons = subjects.naturalPersons(taken.stream()
                .map(each -> subjectIds.get(each.row().rowNo()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        List<Map<Long, SubjectRole>> responsible = new ResponsiblePersons(item, subjects)
                .of(taken.stream().map(each -> content(each.row())).toList(), source());
        List<AdmittedRow> rows = new ArrayList<>(taken.size());
        for (int i = 0; i < taken.size(); i++) {
            ApprovedRows.Row row = taken.get(i).row();
            Long subjectId = subjectIds.get(row.rowNo());
            rows.add(new AdmittedRow(
                    row.rowNo(),
                    taken.get(i).place().recordId(),
                    taken.get(i).place().recordNo(),
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
                            lot.receipt().lotScope(),
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

    /** The kind of decision or the grade, where the item has one: some have rules of their own. */
    private String kind(ApprovedRows.Row row) {
        return kindField == null ? null : content(row).getString(kindField, null);
    }

    private JsonObject content(ApprovedRows.Row row) {
        return contents.computeIfAbsent(row.rowNo(), no -> {
            try (JsonReader reader = JSON.createReader(new StringReader(row.content()))) {
                return reader.readObject();
            }
        });
    }

    /** The lot's reviewer, on whose approval the register is written. */
    private SubjectSource source() {
        Actor reviewer =
                new Actor(null, lot.review().by(), lot.review().name(), lot.organisationId(), null, null, Set.of());
        return new SubjectSource(reviewer, lot.organisationId(), lot.id());
    }
}
