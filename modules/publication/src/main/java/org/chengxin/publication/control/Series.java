package org.chengxin.publication.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.chengxin.kernel.Section;
import org.chengxin.publication.boundary.Page;
import org.chengxin.publication.boundary.PublicRecord;
import org.chengxin.publication.boundary.RecordEntry;

/** Puts the earlier records of a series to its newest one, for a whole page with one statement. */
final class Series {

    /** The record stands alone or is the newest visible one of its series. Its one parameter is today. */
    static final String NEWEST = "(r.series IS NULL OR NOT EXISTS (SELECT 1 FROM public_record n"
            + " WHERE n.public_id = r.public_id AND n.section = r.section AND n.series = r.series"
            + " AND (coalesce(n.decided_on, n.published_on), n.record_no)"
            + " > (coalesce(r.decided_on, r.published_on), r.record_no)"
            + " AND (n.ends_on IS NULL OR n.ends_on >= ?)))";

    private static final int NUMBER_IN_SERIES = 17;
    private static final String EARLIER = "SELECT x.* FROM (SELECT " + RecordReading.columns()
            + ", count(*) OVER (PARTITION BY r.section, r.series) AS members,"
            + " row_number() OVER (PARTITION BY r.section, r.series"
            + " ORDER BY coalesce(r.decided_on, r.published_on) DESC, r.record_no DESC) AS place"
            + " FROM public_record r WHERE r.public_id = ? AND r.series = ANY (?) AND " + RecordReading.VISIBLE
            + ") x WHERE x.place BETWEEN 2 AND ? ORDER BY x.place";

    private final Connection connection;
    private final LocalDate today;

    Series(Connection connection, LocalDate today) {
        this.connection = connection;
        this.today = today;
    }

    /** The pages with what belongs to their records. */
    Map<Section, Page<RecordEntry>> complete(String publicId, Map<Section, Page<PublicRecord>> heads)
            throws SQLException {
        Map<String, Members> members = members(publicId, heads);
        Map<Section, Page<RecordEntry>> pages = new EnumMap<>(Section.class);
        heads.forEach((section, page) -> pages.put(
                section,
                new Page<>(
                        page.items().stream().map(head -> entry(head, members)).toList(), page.nextCursor())));
        return pages;
    }

    private static RecordEntry entry(PublicRecord head, Map<String, Members> members) {
        Members others = head.series() == null ? null : members.get(key(head));
        return others == null
                ? new RecordEntry(head, List.of(), 1)
                : new RecordEntry(head, others.earlier, others.inSeries);
    }

    private Map<String, Members> members(String publicId, Map<Section, Page<PublicRecord>> heads) throws SQLException {
        Map<String, Members> members = new HashMap<>();
        String[] series = heads.values().stream()
                .flatMap(page -> page.items().stream())
                .map(PublicRecord::series)
                .filter(Objects::nonNull)
                .distinct()
                .toArray(String[]::new);
        if (series.length == 0) {
            return members;
        }
        try (PreparedStatement statement = connection.prepareStatement(EARLIER)) {
            statement.setString(1, publicId);
            statement.setArray(2, connection.createArrayOf("text", series));
            statement.setObject(3, today);
            statement.setInt(4, RecordEntry.EARLIER_SHOWN + 1);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    PublicRecord record = RecordReading.record(row);
                    long inSeries = row.getLong(NUMBER_IN_SERIES);
                    members.computeIfAbsent(key(record), k -> new Members(inSeries))
                            .earlier
                            .add(record);
                }
            }
        }
        return members;
    }

    private static String key(PublicRecord record) {
        return record.section() + record.series();
    }

    /** What a series has besides its newest record. */
    private static final class Members {

        private final long inSeries;
        private final List<PublicRecord> earlier = new ArrayList<>();

        private Members(long inSeries) {
            this.inSeries = inSeries;
        }
    }
}
