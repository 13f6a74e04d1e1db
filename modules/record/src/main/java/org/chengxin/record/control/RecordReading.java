package org.chengxin.record.control;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.io.StringReader;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.kernel.Cursor;
import org.chengxin.kernel.text.Masking;
import org.chengxin.record.boundary.EventPage;
import org.chengxin.record.boundary.EventView;
import org.chengxin.record.boundary.RecordView;
import org.chengxin.record.entity.CreditRecord;
import org.chengxin.subject.boundary.SubjectView;

/** Reads a record's content and events for people. */
public class RecordReading {

    private final EntityManager em;

    public RecordReading(EntityManager em) {
        this.em = em;
    }

    /** The current content as it is kept. */
    public ContentFields.Content content(CreditRecord record, ItemDefinition item) {
        String json = (String)
                em.createNativeQuery("SELECT content::text FROM record_content WHERE record_id = ?1 AND version = ?2")
                        .setParameter(1, record.id())
                        .setParameter(2, record.contentVersion())
                        .getSingleResult();
        return new ContentFields.Content(item, json);
    }

    /** Every event, oldest first, as far as it is for this reader. */
    public List<EventView> events(CreditRecord record, ReadingRights rights) {
        return rights.shown(
                record,
                rows(record, null, Integer.MAX_VALUE).stream()
                        .map(RecordReading::event)
                        .toList());
    }

    /**
     * A page of the events, oldest first, as far as they are for this reader.
     *
     * @param cursor of the page before; null for the beginning
     */
    public EventPage events(CreditRecord record, ReadingRights rights, String cursor, int limit) {
        String list = "events:" + record.recordNo();
        List<Object[]> rows = rows(record, Cursor.read(cursor, list, 2), limit + 1);
        boolean more = rows.size() > limit;
        List<Object[]> page = more ? rows.subList(0, limit) : rows;
        Object[] last = more ? page.get(limit - 1) : null;
        return new EventPage(
                rights.shown(record, page.stream().map(RecordReading::event).toList()),
                more ? Cursor.write(list, moment(last[0]), last[11]) : null);
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(CreditRecord record, Cursor after, int most) {
        Query query = em.createNativeQuery("SELECT e.occurred_at, e.type, e.from_state, e.to_state, e.actor,"
                        + " o.name, e.process, e.activity, e.legal_basis, e.reason, e.details::text, e.id"
                        + " FROM credit_record_event e LEFT JOIN organisation o ON o.id = e.actor_organisation"
                        + " WHERE e.record_id = ?1"
                        + (after == null ? "" : " AND (e.occurred_at, e.id) > (?3, ?4)")
                        + " ORDER BY e.occurred_at, e.id LIMIT ?2")
                .setParameter(1, record.id())
                .setParameter(2, most);
        if (after != null) {
            query.setParameter(3, after.moment(0)).setParameter(4, after.position(1));
        }
        return query.getResultList();
    }

    private static EventView event(Object[] row) {
        return new EventView(
                moment(row[0]),
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                (String) row[6],
                (String) row[7],
                (String) row[8],
                (String) row[9],
                details((String) row[10]));
    }

    /** The subject as a page shows it; of a natural person the family name only, if masked. */
    public static RecordView.Subject subject(SubjectView subject, boolean masked) {
        return new RecordView.Subject(
                subject.publicId(),
                masked ? Masking.personName(subject.name()) : subject.name(),
                masked ? null : subject.code(),
                subject.kind().name(),
                subject.outOfRegion());
    }

    /** A record without its content; what was written as its legal basis stands here without numbers of persons. */
    public static RecordView view(
            CreditRecord record, ItemDefinition item, String supplier, RecordView.Subject subject, String title) {
        return new RecordView(
                record.recordNo(),
                record.itemCode(),
                item.name(),
                item.nameEn(),
                item.version(),
                record.organisationId(),
                supplier,
                subject,
                record.state(),
                record.section(),
                record.disclosure().sectionRule(),
                record.scope(),
                record.disclosure().scopeRule(),
                record.disputed(),
                record.origin().historic(),
                title,
                record.legalBasis() == null ? null : Masking.maskNumbersIn(record.legalBasis()),
                record.decidedOn(),
                record.endsOn(),
                record.disclosure().endsRule(),
                record.disclosure().publishedAt(),
                record.contentVersion(),
                record.version(),
                List.of(),
                null);
    }

    /** Lot and file that the current content came from. */
    public RecordView.Provenance provenance(CreditRecord record) {
        Object[] row = (Object[]) em.createNativeQuery("SELECT no, file_name FROM submission WHERE id = ?1")
                .setParameter(1, record.origin().submissionId())
                .getSingleResult();
        return new RecordView.Provenance(
                (String) row[0],
                record.origin().rowNo(),
                (String) row[1],
                record.origin().enteredBy(),
                record.origin().reviewedBy());
    }

    private static OffsetDateTime moment(Object value) {
        if (value instanceof OffsetDateTime time) {
            return time;
        }
        Instant instant = value instanceof Timestamp timestamp ? timestamp.toInstant() : (Instant) value;
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Map<String, String> details(String json) {
        Map<String, String> details = new LinkedHashMap<>();
        if (json != null) {
            try (JsonReader reader = Json.createReader(new StringReader(json))) {
                JsonObject object = reader.readObject();
                object.keySet().forEach(key -> details.put(key, object.getString(key)));
            }
        }
        return details;
    }
}
