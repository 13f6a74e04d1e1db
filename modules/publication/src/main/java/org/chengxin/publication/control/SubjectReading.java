package org.chengxin.publication.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengxin.kernel.Section;
import org.chengxin.publication.boundary.PublicSubject;

/** Reads subjects that have a visible record, on one connection, as they are on one day. */
public final class SubjectReading {

    static final String COLUMNS = "s.public_id, s.code, s.name, s.former_names, s.kind, s.division_code,"
            + " coalesce(d.name, c.name), coalesce(d.name_en, c.name_en), s.status";

    /** Where the county has no name here, its city stands for it (GB/T 2260: the first four digits). */
    static final String PLACES = " LEFT JOIN division d ON d.code = s.division_code"
            + " LEFT JOIN division c ON c.code = left(s.division_code, 4) || '00'";

    /** Rule 1 of the design, for subjects: something of it is not past its last visible day. Its parameter is today. */
    static final String VISIBLE = "s.visible_until >= ?";

    private final Connection connection;
    private final LocalDate today;

    /**
     * @param connection on which {@code publication} is the current schema
     * @param today the application's day in Asia/Shanghai
     */
    public SubjectReading(Connection connection, LocalDate today) {
        this.connection = connection;
        this.today = today;
    }

    /** The subject with this present or older code. */
    public Optional<PublicSubject> byCode(String code) throws SQLException {
        return subject(
                "s.public_id = coalesce((SELECT p.public_id FROM visible_subject p WHERE p.code = ?),"
                        + " (SELECT o.public_id FROM visible_subject_code o WHERE o.code = ?))",
                code,
                code);
    }

    /** The subject with this public identifier. */
    public Optional<PublicSubject> byId(String publicId) throws SQLException {
        return subject("s.public_id = ?", publicId);
    }

    private Optional<PublicSubject> subject(String condition, String... values) throws SQLException {
        String query =
                "SELECT " + COLUMNS + " FROM visible_subject s" + PLACES + " WHERE " + condition + " AND " + VISIBLE;
        SubjectRow found;
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.setObject(values.length + 1, today);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                found = SubjectRow.read(row);
            }
        }
        return Optional.of(found.with(counts(List.of(found.publicId()))));
    }

    /** Visible records a section, for all these subjects with one statement. */
    Map<String, Map<Section, Long>> counts(Collection<String> publicIds) throws SQLException {
        Map<String, Map<Section, Long>> counts = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement("SELECT r.public_id, r.section, count(*)"
                + " FROM public_record r WHERE r.public_id = ANY (?) AND " + RecordReading.VISIBLE
                + " GROUP BY 1, 2")) {
            statement.setArray(1, connection.createArrayOf("text", publicIds.toArray(String[]::new)));
            statement.setObject(2, today);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    counts.computeIfAbsent(row.getString(1), id -> new EnumMap<>(Section.class))
                            .put(Section.valueOf(row.getString(2)), row.getLong(3));
                }
            }
        }
        return counts;
    }

    /** The columns of {@link #COLUMNS}, before the counts are known. */
    record SubjectRow(
            String publicId,
            String code,
            String name,
            List<String> formerNames,
            String kind,
            String divisionCode,
            String divisionName,
            String divisionNameEn,
            String status) {

        static SubjectRow read(ResultSet row) throws SQLException {
            return new SubjectRow(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    List.of((String[]) row.getArray(4).getArray()),
                    row.getString(5),
                    row.getString(6),
                    row.getString(7),
                    row.getString(8),
                    row.getString(9));
        }

        PublicSubject with(Map<String, Map<Section, Long>> counts) {
            Map<Section, Long> all = new EnumMap<>(Section.class);
            for (Section section : Section.values()) {
                all.put(section, counts.getOrDefault(publicId, Map.of()).getOrDefault(section, 0L));
            }
            return new PublicSubject(
                    publicId, code, name, formerNames, kind, divisionCode, divisionName, divisionNameEn, status, all);
        }
    }
}
