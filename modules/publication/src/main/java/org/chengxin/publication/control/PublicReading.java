package org.chengxin.publication.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengxin.kernel.Section;
import org.chengxin.publication.boundary.LatestRecord;
import org.chengxin.publication.boundary.Page;
import org.chengxin.publication.boundary.PublicRecord;
import org.chengxin.publication.boundary.PublicSubject;

/** Reads subjects and their visible records on one connection, as they are on one day. */
public final class PublicReading {

    /** Rule 1 of the design: not past the last visible day. Its one parameter is today. */
    static final String VISIBLE = "(r.ends_on IS NULL OR r.ends_on >= ?)";

    static final String SUBJECT_COLUMNS = "s.public_id, s.code, s.name, s.former_names, s.kind, s.division_code,"
            + " coalesce(d.name, c.name), coalesce(d.name_en, c.name_en), s.status";

    /** Where the county has no name here, its city stands for it (GB/T 2260: the first four digits). */
    static final String PLACES = " LEFT JOIN division d ON d.code = s.division_code"
            + " LEFT JOIN division c ON c.code = left(s.division_code, 4) || '00'";

    private static final String RECORD_COLUMNS = "r.record_no, r.section, r.item_code, r.item, r.item_en, r.title,"
            + " r.supplier, r.legal_basis, r.decided_on, r.published_on, r.ends_on, r.disputed, r.content";
    private static final String NEWEST_FIRST = " ORDER BY r.published_on DESC, r.record_no DESC LIMIT ?";
    private static final String AFTER = " AND (r.published_on, r.record_no) < (?::date, ?)";

    private final Connection connection;
    private final LocalDate today;

    /**
     * @param connection on which {@code publication} is the current schema
     * @param today the application's day in Asia/Shanghai
     */
    public PublicReading(Connection connection, LocalDate today) {
        this.connection = connection;
        this.today = today;
    }

    /** The subject with this present or older code, if it has a visible record. */
    public Optional<PublicSubject> subjectByCode(String code) throws SQLException {
        return subject(
                "s.public_id = coalesce((SELECT p.public_id FROM public_subject p WHERE p.code = ?),"
                        + " (SELECT o.public_id FROM public_subject_code o WHERE o.code = ?))",
                code,
                code);
    }

    /** The subject with this public identifier, if it has a visible record. */
    public Optional<PublicSubject> subjectById(String publicId) throws SQLException {
        return subject("s.public_id = ?", publicId);
    }

    private Optional<PublicSubject> subject(String condition, String... values) throws SQLException {
        String query = "SELECT " + SUBJECT_COLUMNS + " FROM public_subject s" + PLACES + " WHERE " + condition
                + " AND EXISTS (SELECT 1 FROM public_record r WHERE r.public_id = s.public_id AND " + VISIBLE + ")";
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
                + " FROM public_record r WHERE r.public_id = ANY (?) AND " + VISIBLE + " GROUP BY 1, 2")) {
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

    /** Visible records of a subject, newest first; of one section or, with null, of all. */
    public Page<PublicRecord> records(String publicId, Section section, String cursor, int limit) throws SQLException {
        String list = "records:" + publicId + ":" + section;
        Cursor after = Cursor.read(cursor, list, 2);
        String query = "SELECT " + RECORD_COLUMNS + " FROM public_record r WHERE r.public_id = ? AND " + VISIBLE
                + (section == null ? "" : " AND r.section = ?") + (after == null ? "" : AFTER) + NEWEST_FIRST;
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            int at = 1;
            statement.setString(at++, publicId);
            statement.setObject(at++, today);
            if (section != null) {
                statement.setString(at++, section.name());
            }
            at = place(statement, at, after);
            statement.setInt(at, limit + 1);
            List<PublicRecord> records = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    records.add(record(row));
                }
            }
            return page(records, limit, list);
        }
    }

    /** The newest visible records of every section that has any, in the order of the sections. */
    public Map<Section, Page<PublicRecord>> sections(String publicId, int perSection) throws SQLException {
        Map<Section, List<PublicRecord>> found = new EnumMap<>(Section.class);
        String query = "SELECT newest.* FROM unnest(?::text[]) wanted(section) CROSS JOIN LATERAL (SELECT "
                + RECORD_COLUMNS + " FROM public_record r WHERE r.public_id = ? AND r.section = wanted.section AND "
                + VISIBLE + NEWEST_FIRST + ") newest";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            String[] names = new String[Section.values().length];
            for (Section section : Section.values()) {
                names[section.ordinal()] = section.name();
            }
            statement.setArray(1, connection.createArrayOf("text", names));
            statement.setString(2, publicId);
            statement.setObject(3, today);
            statement.setInt(4, perSection + 1);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    PublicRecord record = record(row);
                    found.computeIfAbsent(record.section(), s -> new ArrayList<>())
                            .add(record);
                }
            }
        }
        Map<Section, Page<PublicRecord>> pages = new EnumMap<>(Section.class);
        found.forEach((section, records) ->
                pages.put(section, page(records, perSection, "records:" + publicId + ":" + section)));
        return pages;
    }

    /** The newest visible records of a section over all subjects. */
    public Page<LatestRecord> latest(Section section, String cursor, int limit) throws SQLException {
        String list = "latest:" + section;
        Cursor after = Cursor.read(cursor, list, 2);
        String query = "SELECT " + RECORD_COLUMNS + ", s.public_id, s.code, s.name FROM public_record r"
                + " JOIN public_subject s ON s.public_id = r.public_id WHERE r.section = ? AND " + VISIBLE
                + (after == null ? "" : AFTER) + NEWEST_FIRST;
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, section.name());
            statement.setObject(2, today);
            statement.setInt(place(statement, 3, after), limit + 1);
            List<LatestRecord> records = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    records.add(new LatestRecord(row.getString(14), row.getString(15), row.getString(16), record(row)));
                }
            }
            boolean more = records.size() > limit;
            List<LatestRecord> shown = more ? records.subList(0, limit) : records;
            return new Page<>(shown, more ? cursor(list, shown.get(limit - 1).record()) : null);
        }
    }

    private static int place(PreparedStatement statement, int at, Cursor after) throws SQLException {
        if (after == null) {
            return at;
        }
        statement.setObject(at, after.date(0));
        statement.setString(at + 1, after.text(1));
        return at + 2;
    }

    private static Page<PublicRecord> page(List<PublicRecord> records, int limit, String list) {
        if (records.size() <= limit) {
            return new Page<>(records, null);
        }
        List<PublicRecord> shown = records.subList(0, limit);
        return new Page<>(shown, cursor(list, shown.get(limit - 1)));
    }

    private static String cursor(String list, PublicRecord last) {
        return Cursor.write(list, last.publishedOn(), last.recordNo());
    }

    private static PublicRecord record(ResultSet row) throws SQLException {
        return new PublicRecord(
                row.getString(1),
                Section.valueOf(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getObject(9, LocalDate.class),
                row.getObject(10, LocalDate.class),
                row.getObject(11, LocalDate.class),
                row.getBoolean(12),
                ContentJson.read(row.getString(13)));
    }

    /** The columns of {@link #SUBJECT_COLUMNS}, before the counts are known. */
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
