package org.chengxin.intake.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.chengxin.catalogue.boundary.Catalogue;
import org.chengxin.catalogue.definition.CodeTableDefinition;
import org.chengxin.catalogue.definition.FieldDefinition;
import org.chengxin.catalogue.definition.FieldMeaning;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.intake.control.ChangeReading;
import org.chengxin.intake.control.LotReading;
import org.chengxin.intake.control.RemainderReading;
import org.chengxin.intake.control.ReviewRow;
import org.chengxin.intake.control.RowRefusals;
import org.chengxin.intake.control.ShownRows;
import org.chengxin.intake.entity.Submission;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.organisation.boundary.AccessLog;
import org.chengxin.record.boundary.MaskedContent;
import org.chengxin.subject.boundary.SubjectRegister;

/**
 * What a lot's reviewer has on the desk: the rows in which something was found, and the remainder by what it has in
 * common. Called by the review, which knows who may see the lot, inside its transaction.
 */
@ApplicationScoped
public class LotRemainder {

    private static final int MOST_GROUPS = 20;

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Inject
    Catalogue catalogue;

    @Inject
    SubjectRegister subjects;

    @Inject
    AccessLog accessLog;

    @Inject
    RowRefusals refusals;

    @Inject
    LotNews news;

    /** How many rows there are in which something was found that a person should look at. */
    public int flaggedRows(String lotNo) {
        try {
            return new RemainderReading(em.unwrap(Connection.class), lot(lotNo)).flaggedRows();
        } catch (SQLException e) {
            throw failed(lotNo, e);
        }
    }

    /** The remainder by what its rows have in common; a fixed number of statements, whatever the lot's size. */
    public Remainder of(String lotNo) {
        Submission lot = lot(lotNo);
        ItemDefinition item = catalogue.definition(lot.itemVersionId());
        try {
            RemainderReading reading = new RemainderReading(em.unwrap(Connection.class), lot);
            RemainderReading.Rest rest = reading.rest(item, MOST_GROUPS + 1);
            CodeTableDefinition kinds = item.field(FieldMeaning.KIND)
                    .map(FieldDefinition::codeTable)
                    .map(catalogue.codeTables()::get)
                    .orElse(null);
            return new Remainder(
                    rest.rows(),
                    rest.groups().stream()
                            .limit(MOST_GROUPS)
                            .map(group -> named(group, kinds))
                            .toList(),
                    rest.groups().size() > MOST_GROUPS);
        } catch (SQLException e) {
            throw failed(lotNo, e);
        }
    }

    private static Remainder.Group named(RemainderReading.Group group, CodeTableDefinition kinds) {
        CodeTableDefinition.Value kind = kinds == null
                ? null
                : kinds.values().stream()
                        .filter(value -> value.value().equals(group.kind()))
                        .findFirst()
                        .orElse(null);
        return new Remainder.Group(
                kind == null ? group.kind() : kind.title(),
                kind == null ? group.kind() : kind.titleEn(),
                group.severity(),
                group.authority(),
                group.band(),
                group.rows());
    }

    /** Rows in which something was found, in the order of the file. Looking at them is logged. */
    public List<FlaggedRow> flagged(String lotNo, Actor actor, int afterRow, int most) {
        Submission lot = lot(lotNo);
        ItemDefinition item = catalogue.definition(lot.itemVersionId());
        try {
            List<ReviewRow> rows = new RemainderReading(em.unwrap(Connection.class), lot).flagged(afterRow, most);
            if (rows.isEmpty()) {
                return List.of();
            }
            accessLog.viewed(
                    actor,
                    "ROW",
                    lotNo + ":" + rows.get(0).rowNo() + "-"
                            + rows.get(rows.size() - 1).rowNo());
            Map<Integer, List<FindingView>> findings = new LotReading(em)
                    .findingsOf(lot, item, rows.stream().map(ReviewRow::rowNo).toList());
            ShownRows readable = new ShownRows(lot, rows, catalogue, subjects);
            List<FlaggedRow> shown = new ArrayList<>();
            for (ReviewRow row : rows) {
                shown.add(shown(row, readable, findings.getOrDefault(row.rowNo(), List.of())));
            }
            return shown;
        } catch (SQLException e) {
            throw failed(lotNo, e);
        }
    }

    private static FlaggedRow shown(ReviewRow row, ShownRows readable, List<FindingView> findings) {
        List<FlaggedRow.Line> lines = readable.fields(row).stream()
                .map(field -> new FlaggedRow.Line(
                        field,
                        findings.stream()
                                .filter(finding -> field.name().equals(finding.fieldName()))
                                .toList()))
                .toList();
        Predicate<FindingView> atField =
                finding -> lines.stream().anyMatch(line -> line.field().name().equals(finding.fieldName()));
        return new FlaggedRow(
                row.rowNo(),
                readable.title(row),
                readable.subjectName(row),
                lines,
                findings.stream().filter(atField.negate()).toList());
    }

    /**
     * Which of these rows would change a record, and what of it; as many statements for many rows as for one. Looking is
     * logged.
     */
    public List<RowChange> changes(String lotNo, Actor actor, List<Integer> rows) {
        Submission lot = lot(lotNo);
        try {
            List<ChangeReading.Row> found = new ChangeReading(em.unwrap(Connection.class), lot).of(rows);
            if (found.isEmpty()) {
                return List.of();
            }
            accessLog.viewed(
                    actor,
                    "RECORD_LIST",
                    found.stream().map(ChangeReading.Row::recordNo).collect(Collectors.joining(",")));
            Set<Long> persons = subjects.naturalPersons(found.stream()
                    .map(ChangeReading.Row::subjectId)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList());
            MaskedContent content =
                    new MaskedContent(catalogue.definition(lot.itemVersionId()), catalogue.codeTables());
            List<RowChange> changes = new ArrayList<>();
            for (ChangeReading.Row row : found) {
                changes.add(new RowChange(
                        row.rowNo(),
                        row.recordNo(),
                        row.version(),
                        content.changes(
                                catalogue.definition(row.beforeItem()),
                                row.before(),
                                row.after(),
                                persons.contains(row.subjectId()))));
            }
            return changes;
        } catch (SQLException e) {
            throw failed(lotNo, e);
        }
    }

    /**
     * The reviewer sends rows back while the rest of the lot stays in the review: they are rejected with the reason, which
     * the clerk sees at the row, and go on in a later round once they are mended.
     *
     * @return how many; rows that are not before the reviewer are passed over
     * @throws BusinessRefusal CONFLICT LOT_STATE; INVALID ROWS_MISSING, REASON_REQUIRED or TOO_LONG
     */
    public int giveBack(String lotNo, Actor reviewer, List<Integer> rows, String reason) {
        if (rows.isEmpty()) {
            throw BusinessRefusal.invalid("ROWS_MISSING");
        }
        String stated = StatedReason.required(reason);
        em.createNativeQuery("SELECT id FROM submission WHERE no = ?1 FOR UPDATE")
                .setParameter(1, lotNo)
                .getSingleResult();
        Submission lot = lot(lotNo);
        int sentBack = refusals.inReview(lot, rows, reviewer, stated);
        if (sentBack > 0) {
            news.rowsReturned(lot, lot.round(), stated);
        }
        return sentBack;
    }

    private Submission lot(String no) {
        return em.createNamedQuery("Submission.byNo", Submission.class)
                .setParameter("no", no)
                .getSingleResult();
    }

    private static IllegalStateException failed(String lotNo, SQLException e) {
        return new IllegalStateException("the rows of " + lotNo + " could not be read", e);
    }
}
