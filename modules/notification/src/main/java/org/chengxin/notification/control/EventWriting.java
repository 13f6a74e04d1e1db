package org.chengxin.notification.control;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.chengxin.kernel.sql.BulkInsert;
import org.chengxin.notification.boundary.NoticeEvent;
import org.chengxin.notification.boundary.NoticeEvent.Detail;

/** Writes down what happened, once for each kind and key. */
public final class EventWriting {

    private final Connection connection;
    private final Instant now;

    /**
     * @param connection of the application's role, in the transaction in which it happens
     */
    public EventWriting(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    /** @return how many of them were not known before. */
    public long write(List<NoticeEvent> events) throws SQLException {
        BulkInsert rows = BulkInsert.into(
                "registry.notice_event",
                "kind text",
                "event_key text",
                "organisation_id int8",
                "roles text[]",
                "person text",
                "page text",
                "page_key text",
                "details jsonb",
                "occurred_at timestamptz");
        for (NoticeEvent event : events) {
            rows.add(
                    event.kind(),
                    event.key(),
                    event.audience().organisationId(),
                    BulkInsert.arrayLiteral(event.audience().roles()),
                    event.audience().person(),
                    event.subject().page().name().toLowerCase(java.util.Locale.ROOT),
                    event.subject().key(),
                    json(event.details()),
                    now);
        }
        return rows.execute(connection, "ON CONFLICT (kind, event_key) DO NOTHING");
    }

    private static String json(Map<Detail, String> details) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        // text with a character that PostgreSQL does not know must not undo what happened
        details.forEach((detail, value) -> json.add(detail.name(), value.replace("\0", "")));
        return json.build().toString();
    }
}
