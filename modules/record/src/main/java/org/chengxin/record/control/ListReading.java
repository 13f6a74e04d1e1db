package org.chengxin.record.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.chengxin.kernel.DisclosureScope;
import org.chengxin.kernel.Section;
import org.chengxin.kernel.text.Masking;
import org.chengxin.record.boundary.RecordList;
import org.chengxin.record.boundary.RecordQuery;
import org.chengxin.record.entity.RecordState;

/**
 * Lists records, latest first, with one statement. A page looks at a bounded number of records, so that a filter that
 * hardly any of ten million fits costs no more than one that all fit: then the page ends early and says so.
 */
public final class ListReading {

    private static final int MOST = 200;
    /** Records that a page looks at: some tens of milliseconds. */
    private static final int LOOKED_AT = 10_000;

    private final Connection connection;
    private final ReadingRights rights;
    private final int lookedAt;

    /**
     * @param connection on which {@code registry} is the current schema
     */
    public ListReading(Connection connection, ReadingRights rights) {
        this(connection, rights, LOOKED_AT);
    }

    ListReading(Connection connection, ReadingRights rights, int lookedAt) {
        this.connection = connection;
        this.rights = rights;
        this.lookedAt = lookedAt;
    }

    /** A page of records. */
    public RecordList list(RecordQuery query) throws SQLException {
        int limit = Math.max(1, Math.min(query.limit(), MOST));
        List<Object> values = new ArrayList<>();
        String sql = sql(query, limit, values);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            List<RecordList.Row> rows = new ArrayList<>();
            Long last = null;
            boolean further = false;
            Long windowEnd = null;
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    windowEnd =
                            isFiltered(query) && row.getLong("looked") == lookedAt ? row.getLong("window_end") : null;
                    if (row.getObject("id") == null) {
                        break;
                    }
                    if (rows.size() == limit) {
                        further = true;
                        break;
                    }
                    rows.add(row(row));
                    last = row.getLong("id");
                }
            }
            return further ? new RecordList(rows, last, true) : new RecordList(rows, windowEnd, windowEnd == null);
        }
    }

    private static boolean isFiltered(RecordQuery query) {
        return query.state() != null || query.section() != null || query.item() != null;
    }

    private String sql(RecordQuery query, int limit, List<Object> values) {
        StringBuilder window = new StringBuilder("SELECT * FROM credit_record WHERE id < ?");
        values.add(query.before() == null ? Long.MAX_VALUE : query.before());
        if (rights.listsOwnOnly()) {
            window.append(" AND organisation_id = ?");
            values.add(rights.actor().organisationId());
        }
        if (rights.listsWithoutAuthorised()) {
            window.append(" AND (scope <> 'AUTHORISED' OR organisation_id = ?)");
            values.add(rights.actor().organisationId());
        }
        window.append(" ORDER BY id DESC LIMIT ").append(isFiltered(query) ? lookedAt : limit + 1);
        StringBuilder wanted = new StringBuilder("true");
        if (query.state() != null) {
            wanted.append(" AND w.state = ?");
            values.add(query.state().name());
        }
        if (query.section() != null) {
            wanted.append(" AND w.section = ?");
            values.add(query.section().name());
        }
        if (query.item() != null) {
            wanted.append(" AND w.item_code = ?");
            values.add(query.item());
        }
        // the window's end comes along also where nothing in it fits
        return "WITH w AS MATERIALIZED (" + window
                + "), e AS (SELECT count(*) AS looked, min(id) AS window_end FROM w),"
                + " f AS (SELECT * FROM w WHERE " + wanted + " ORDER BY w.id DESC LIMIT " + (limit + 1) + ")"
                + " SELECT e.looked, e.window_end, f.id, f.record_no, f.title, f.item_code, i.name, i.name_en,"
                + " o.name, s.name, s.kind, f.state, f.section, f.scope, f.ends_on, f.content_version, f.created_at"
                + " FROM e LEFT JOIN f ON true LEFT JOIN catalogue_item i ON i.id = f.item_id"
                + " LEFT JOIN organisation o ON o.id = f.organisation_id LEFT JOIN subject s ON s.id = f.subject_id"
                + " ORDER BY f.id DESC";
    }

    private static RecordList.Row row(ResultSet row) throws SQLException {
        String section = row.getString(13);
        String name = row.getString(10);
        String title = row.getString(5);
        boolean person = "PERSON".equals(row.getString(11));
        String shown = person ? Masking.personName(name) : name;
        return new RecordList.Row(
                row.getString(4),
                Masking.maskNumbersIn(person && title != null ? title.replace(name, shown) : title),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                shown,
                RecordState.valueOf(row.getString(12)),
                section == null ? null : Section.valueOf(section),
                DisclosureScope.valueOf(row.getString(14)),
                row.getObject(15, LocalDate.class),
                row.getInt(16),
                row.getObject(17, OffsetDateTime.class));
    }
}
