package org.chengxin.subject.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chengxin.kernel.Cursor;
import org.chengxin.kernel.Role;
import org.chengxin.organisation.boundary.AccessLog;
import org.chengxin.organisation.boundary.CurrentActor;
import org.chengxin.subject.entity.SubjectAttribute;

/** Where sources differ about subjects (F13), with the one that holds by the rule (F15) and those that do not. */
@Stateless
@RolesAllowed({Role.Names.CENTRE, Role.Names.AUDITOR})
public class FactConflicts {

    private static final String LIST = "conflicts";

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Inject
    CurrentActor currentActor;

    @Inject
    AccessLog accessLog;

    /**
     * Conflicts, latest first, with two statements.
     *
     * @param cursor of the last one of the page before; null at the beginning
     * @throws BusinessRefusal INVALID CURSOR_INVALID
     */
    @SuppressWarnings("unchecked")
    public List<FactConflict> latest(String cursor, int most) {
        Cursor after = Cursor.read(cursor, LIST, 3);
        accessLog.viewed(currentActor.get(), "SUBJECT_CONFLICTS", cursor == null ? "" : cursor);
        List<Object[]> rows = em.createNativeQuery("SELECT c.subject_id, c.attribute, c.found_at, s.public_id, s.code,"
                        + " s.name, o.name, f.item_code, f.value, f.stated_on, f.record_no"
                        + " FROM (SELECT * FROM subject_conflict WHERE ?1 OR (found_at, subject_id, attribute)"
                        + " < (?2, ?3, ?4) ORDER BY found_at DESC, subject_id DESC, attribute DESC LIMIT ?5) c"
                        + " JOIN subject s ON s.id = c.subject_id"
                        + " JOIN subject_fact f ON f.subject_id = c.subject_id AND f.attribute = c.attribute"
                        + " JOIN organisation o ON o.id = f.organisation_id"
                        + " LEFT JOIN source_rank r ON r.item_code = f.item_code AND r.attribute = f.attribute"
                        + " ORDER BY c.found_at DESC, c.subject_id DESC, c.attribute DESC, r.rank NULLS LAST,"
                        + " f.stated_on DESC NULLS LAST, f.received_at DESC, f.organisation_id")
                .setParameter(1, after == null)
                .setParameter(
                        2, after == null ? OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC) : after.moment(0))
                .setParameter(3, after == null ? 0L : after.position(1))
                .setParameter(4, after == null ? "" : after.text(2))
                .setParameter(5, most)
                .getResultList();
        Map<String, FactConflict> conflicts = new LinkedHashMap<>();
        for (Object[] row : rows) {
            OffsetDateTime foundAt = moment(row[2]);
            String key = foundAt + "|" + row[0] + "|" + row[1];
            FactConflict conflict = conflicts.computeIfAbsent(
                    key,
                    k -> new FactConflict(
                            Cursor.write(LIST, foundAt, row[0], row[1]),
                            (String) row[3],
                            (String) row[4],
                            (String) row[5],
                            SubjectAttribute.valueOf((String) row[1]),
                            foundAt,
                            new ArrayList<>()));
            conflict.claims()
                    .add(new FactConflict.Claim(
                            (String) row[6],
                            (String) row[7],
                            (String) row[8],
                            day(row[9]),
                            (String) row[10],
                            conflict.claims().isEmpty()));
        }
        return List.copyOf(conflicts.values());
    }

    private static OffsetDateTime moment(Object value) {
        return value instanceof OffsetDateTime moment
                ? moment
                : (value instanceof Instant instant ? instant : ((Timestamp) value).toInstant())
                        .atOffset(ZoneOffset.UTC);
    }

    private static LocalDate day(Object value) {
        return value instanceof Date date ? date.toLocalDate() : (LocalDate) value;
    }
}
