package org.chengxin.publication.control;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.chengxin.kernel.Cursor;
import org.chengxin.kernel.Section;
import org.chengxin.publication.boundary.LatestRecord;
import org.chengxin.publication.boundary.Page;
import org.chengxin.publication.boundary.Place;
import org.chengxin.publication.boundary.PublicRecord;
import org.chengxin.publication.boundary.RecordEntry;

/** Reads visible records on one connection, as they are on one day. */
public final class RecordReading {

    /** Rule 1 of the design: not past the last visible day. Its one parameter is today. */
    static final String VISIBLE = "(r.ends_on IS NULL OR r.ends_on >= ?)";

    private static final String COLUMNS = "r.record_no, r.section, r.item_code, r.item, r.item_en, r.title,"
            + " r.supplier, r.supplier_en, r.legal_basis, r.decided_on, r.published_on, r.ends_on, r.disputed,"
            + " r.series, r.content, (SELECT f.fields FROM public_form f WHERE f.id = r.form) AS fields";
    private static final int BEYOND_COLUMNS = 17;
    private static final String NEWEST_FIRST = " ORDER BY r.published_on DESC, r.record_no DESC LIMIT ?";
    private static final String AFTER = "(r.published_on, r.record_no) < (?::date, ?)";

    private final Connection connection;
    private final LocalDate today;

    /**
     * @param connection on which {@code publication} is the current schema
     * @param today the application's day in Asia/Shanghai
     */
    public RecordReading(Connection connection, LocalDate today) {
        this.connection = connection;
        this.today = today;
    }

    /** Visible records of a subject, newest first; of one section or, with null, of all. */
    public Page<PublicRecord> records(String publicId, Section section, String cursor, int limit) throws SQLException {
        String list = "records:" + publicId + ":" + section;
        Conditions wanted = ofSubject(publicId);
        if (section != null) {
            wanted.and("r.section = ?", section.name());
        }
        return newest(list, wanted, cursor, limit);
    }

    /** The records of one series of a subject, one by one. */
    public Page<PublicRecord> series(String publicId, Section section, String series, String cursor, int limit)
            throws SQLException {
        String list = "series:" + publicId + ":" + section + ":" + series;
        Conditions wanted = ofSubject(publicId).and("r.section = ?", section.name());
        return newest(list, wanted.and("r.series = ?", series), cursor, limit);
    }

    /** The entries of a section: records that stand alone, and series by their newest record. */
    public Page<RecordEntry> entries(String publicId, Section section, String cursor, int limit) throws SQLException {
        String list = "entries:" + publicId + ":" + section;
        Conditions wanted = ofSubject(publicId).and("r.section = ?", section.name());
        Page<PublicRecord> heads = newest(list, wanted.and(Series.NEWEST, today), cursor, limit);
        return new Series(connection, today)
                .complete(publicId, Map.of(section, heads))
                .get(section);
    }

    /** The newest entries of every section that has any, in the order of the sections; two statements for all. */
    public Map<Section, Page<RecordEntry>> sections(String publicId, int perSection) throws SQLException {
        Map<Section, List<PublicRecord>> found = new EnumMap<>(Section.class);
        String query = "SELECT newest.* FROM unnest(?::text[]) wanted(section) CROSS JOIN LATERAL (SELECT " + COLUMNS
                + " FROM public_record r WHERE r.public_id = ? AND r.section = wanted.section AND " + VISIBLE + " AND "
                + Series.NEWEST + NEWEST_FIRST + ") newest";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setArray(1, names());
            statement.setString(2, publicId);
            statement.setObject(3, today);
            statement.setObject(4, today);
            statement.setInt(5, perSection + 1);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    PublicRecord record = record(row);
                    found.computeIfAbsent(record.section(), s -> new ArrayList<>())
                            .add(record);
                }
            }
        }
        Map<Section, Page<PublicRecord>> heads = new EnumMap<>(Section.class);
        found.forEach((section, records) ->
                heads.put(section, page(records, perSection, "entries:" + publicId + ":" + section)));
        return new Series(connection, today).complete(publicId, heads);
    }

    private Array names() throws SQLException {
        return connection.createArrayOf(
                "text", Arrays.stream(Section.values()).map(Section::name).toArray());
    }

    /**
     * The newest visible records over all subjects.
     *
     * @param section null for all
     * @param place null for all
     */
    public Page<LatestRecord> latest(Section section, Place place, String cursor, int limit) throws SQLException {
        String list = "latest:" + section + ":" + place;
        Cursor after = Cursor.read(cursor, list, 2);
        Conditions wanted = new Conditions().and(VISIBLE, today).and(SubjectReading.VISIBLE, today);
        if (section != null) {
            wanted.and("r.section = ?", section.name());
        }
        if (place != null && place.isWide()) {
            wanted.and("r.division_code >= ?", place.first()).and("r.division_code < ?", place.end());
        } else if (place != null) {
            wanted.and("r.division_code = ?", place.code());
        }
        continueAfter(wanted, after);
        String query = "SELECT " + COLUMNS + ", s.public_id, s.code, s.name FROM public_record r"
                + " JOIN visible_subject s ON s.public_id = r.public_id" + wanted.sql() + NEWEST_FIRST;
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setInt(wanted.set(statement, 1), limit + 1);
            List<LatestRecord> records = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    records.add(new LatestRecord(
                            row.getString(BEYOND_COLUMNS),
                            row.getString(BEYOND_COLUMNS + 1),
                            row.getString(BEYOND_COLUMNS + 2),
                            record(row)));
                }
            }
            boolean more = records.size() > limit;
            List<LatestRecord> shown = more ? records.subList(0, limit) : records;
            return new Page<>(shown, more ? cursor(list, shown.get(limit - 1).record()) : null);
        }
    }

    private Conditions ofSubject(String publicId) {
        return new Conditions().and("r.public_id = ?", publicId).and(VISIBLE, today);
    }

    private Page<PublicRecord> newest(String list, Conditions wanted, String cursor, int limit) throws SQLException {
        continueAfter(wanted, Cursor.read(cursor, list, 2));
        String query = "SELECT " + COLUMNS + " FROM public_record r" + wanted.sql() + NEWEST_FIRST;
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setInt(wanted.set(statement, 1), limit + 1);
            List<PublicRecord> records = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    records.add(record(row));
                }
            }
            return page(records, limit, list);
        }
    }

    private static void continueAfter(Conditions wanted, Cursor after) {
        if (after != null) {
            wanted.and(AFTER, after.date(0), after.text(1));
        }
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

    static String columns() {
        return COLUMNS;
    }

    static PublicRecord record(ResultSet row) throws SQLException {
        return new PublicRecord(
                row.getString(1),
                Section.valueOf(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getObject(10, LocalDate.class),
                row.getObject(11, LocalDate.class),
                row.getObject(12, LocalDate.class),
                row.getBoolean(13),
                row.getString(14),
                ContentJson.read(row.getString(16), row.getString(15)));
    }
}
