package org.chengxin.subject.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chengxin.kernel.SubjectRole;
import org.chengxin.kernel.code.CitizenId;
import org.chengxin.kernel.code.SubjectCode;
import org.chengxin.kernel.text.Masking;
import org.chengxin.subject.boundary.SubjectCard;
import org.chengxin.subject.boundary.SubjectView;

/** Reads everything about one subject. */
public final class SubjectCards {

    private static final String SOURCE = " LEFT JOIN organisation o ON o.id = t.source_organisation_id"
            + " LEFT JOIN submission l ON l.id = t.source_submission_id";

    private final Connection connection;

    public SubjectCards(Connection connection) {
        this.connection = connection;
    }

    @FunctionalInterface
    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Empty if there is no subject of this key; a merged one says into which. */
    public Optional<SubjectCard> card(Long id) throws SQLException {
        SubjectView view = SubjectReader.views(connection, List.of(id)).get(id);
        if (view == null) {
            return Optional.empty();
        }
        Object[] more = list(
                        "SELECT merged_into, without_code_reason FROM subject WHERE id = ?",
                        row -> new Object[] {row.getObject(1, Long.class), row.getString(2)},
                        id)
                .get(0);
        return Optional.of(new SubjectCard(
                view, (Long) more[0], (String) more[1], identifiers(id), names(id), relations(id), events(id)));
    }

    private List<SubjectCard.Identifier> identifiers(Long id) throws SQLException {
        return list(
                "SELECT t.kind, t.value, t.valid_from, t.valid_to, o.name, l.no, t.recorded_at"
                        + " FROM subject_identifier t" + SOURCE + " WHERE t.subject_id = ?"
                        + " ORDER BY t.valid_to IS NOT NULL, t.kind, t.recorded_at, t.value",
                row -> {
                    SubjectCode.Kind kind = SubjectCode.Kind.valueOf(row.getString(1));
                    return new SubjectCard.Identifier(
                            kind,
                            shown(kind, row.getString(2)),
                            row.getObject(3, LocalDate.class),
                            row.getObject(4, LocalDate.class),
                            row.getString(5),
                            row.getString(6),
                            row.getObject(7, OffsetDateTime.class));
                },
                id);
    }

    private static String shown(SubjectCode.Kind kind, String value) {
        boolean personal = kind == SubjectCode.Kind.CITIZEN_ID
                || (kind == SubjectCode.Kind.TAXPAYER
                        && value.length() >= 18
                        && CitizenId.looksLikeOne(value.substring(0, 18)));
        return personal ? Masking.id(value) : value;
    }

    private List<SubjectCard.Name> names(Long id) throws SQLException {
        return list(
                "SELECT t.name, t.former, t.valid_from, t.valid_to, o.name, l.no, t.recorded_at FROM subject_name t"
                        + SOURCE + " WHERE t.subject_id = ? ORDER BY t.former, t.valid_to DESC NULLS LAST, t.id DESC",
                row -> new SubjectCard.Name(
                        row.getString(1),
                        row.getBoolean(2),
                        row.getObject(3, LocalDate.class),
                        row.getObject(4, LocalDate.class),
                        row.getString(5),
                        row.getString(6),
                        row.getObject(7, OffsetDateTime.class)),
                id);
    }

    private List<SubjectCard.Relation> relations(Long id) throws SQLException {
        return list(
                "SELECT s.id, s.name, t.role, t.valid_from, t.valid_to, o.name FROM subject_relation t"
                        + " JOIN subject s ON s.id = CASE WHEN t.person_id = ? THEN t.organisation_id"
                        + " ELSE t.person_id END" + SOURCE + " WHERE t.person_id = ? OR t.organisation_id = ?"
                        + " ORDER BY t.valid_to IS NOT NULL, t.valid_to DESC, t.id DESC",
                row -> new SubjectCard.Relation(
                        row.getLong(1),
                        row.getString(2),
                        SubjectRole.valueOf(row.getString(3)),
                        row.getObject(4, LocalDate.class),
                        row.getObject(5, LocalDate.class),
                        row.getString(6)),
                id,
                id,
                id);
    }

    private List<SubjectCard.Event> events(Long id) throws SQLException {
        return list(
                "SELECT occurred_at, type, other_id, actor, reason FROM subject_event WHERE subject_id = ? ORDER BY id",
                row -> new SubjectCard.Event(
                        row.getObject(1, OffsetDateTime.class),
                        row.getString(2),
                        row.getObject(3, Long.class),
                        row.getString(4),
                        row.getString(5)),
                id);
    }

    private <T> List<T> list(String sql, RowReader<T> reader, Long... keys) throws SQLException {
        List<T> read = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < keys.length; i++) {
                statement.setLong(i + 1, keys[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    read.add(reader.read(row));
                }
            }
        }
        return read;
    }
}
