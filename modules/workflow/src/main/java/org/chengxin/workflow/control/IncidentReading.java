package org.chengxin.workflow.control;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.time.CivilTime;
import org.chengxin.workflow.boundary.FailedStep;
import org.chengxin.workflow.boundary.FailedStepPage;

/**
 * Reads the engine's incidents of failed jobs straight from its tables: its own queries would ask once more for each job,
 * each business key and each cause.
 */
public class IncidentReading {

    private static final String FAILED = " FROM act_ru_incident i JOIN act_ru_job j ON j.id_ = i.configuration_"
            + " WHERE i.incident_type_ = 'failedJob'";

    /** The last "Caused by" of the stack trace is where it began. */
    private static final String PAGE = "SELECT i.id_, j.id_, d.key_, i.activity_id_, e.business_key_,"
            + " i.incident_timestamp_, i.incident_msg_,"
            + " substring(convert_from(b.bytes_, 'UTF8') FROM '.*\nCaused by: ([^\n]*)'), i.incident_timestamp_::text"
            + " FROM act_ru_incident i JOIN act_ru_job j ON j.id_ = i.configuration_"
            + " LEFT JOIN act_re_procdef d ON d.id_ = i.proc_def_id_"
            + " LEFT JOIN act_ru_execution e ON e.id_ = i.proc_inst_id_"
            + " LEFT JOIN act_ge_bytearray b ON b.id_ = j.exception_stack_id_"
            + " WHERE i.incident_type_ = 'failedJob'";

    private static final String OLDEST_FIRST = " ORDER BY i.incident_timestamp_, i.id_";
    private static final Pattern POSITION = Pattern.compile("[0-9:. -]{10,40}\\|[0-9a-fA-F-]{1,64}");

    private final EntityManager em;

    public IncidentReading(EntityManager em) {
        this.em = em;
    }

    /** A page, the longest standing first. */
    public FailedStepPage list(String after, int limit) {
        String[] position = after == null || after.isBlank() ? null : position(after);
        Query query = em.createNativeQuery(PAGE
                + (position == null ? "" : " AND (i.incident_timestamp_, i.id_) > (?1::timestamp, ?2)")
                + OLDEST_FIRST);
        if (position != null) {
            query.setParameter(1, position[0]).setParameter(2, position[1]);
        }
        @SuppressWarnings("unchecked")
        List<Object[]> rows = query.setMaxResults(limit + 1).getResultList();
        List<Object[]> shown = rows.size() > limit ? rows.subList(0, limit) : rows;
        String next = rows.size() > limit ? cursor(shown.get(limit - 1)) : null;
        return new FailedStepPage(shown.stream().map(IncidentReading::step).toList(), next);
    }

    /** How many there are. */
    public long count() {
        return ((Number) em.createNativeQuery("SELECT count(*)" + FAILED).getSingleResult()).longValue();
    }

    /** The job, if it stands as failed. */
    public Optional<String> standing(String jobId) {
        return jobs(em.createNativeQuery("SELECT j.id_" + FAILED + " AND j.id_ = ?1")
                        .setParameter(1, jobId))
                .stream()
                .findFirst();
    }

    /** The jobs that stand longest. */
    public List<String> longestStanding(int atMost) {
        return jobs(em.createNativeQuery("SELECT j.id_" + FAILED + OLDEST_FIRST).setMaxResults(atMost));
    }

    @SuppressWarnings("unchecked")
    private static List<String> jobs(Query query) {
        return query.getResultList();
    }

    private static FailedStep step(Object[] row) {
        return new FailedStep(
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                since((Timestamp) row[5]),
                CauseText.of((String) row[6], (String) row[7]));
    }

    private static OffsetDateTime since(Timestamp at) {
        return at.toInstant().atZone(CivilTime.ZONE).toOffsetDateTime();
    }

    private static String cursor(Object[] row) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((row[8] + "|" + row[0]).getBytes(StandardCharsets.UTF_8));
    }

    private static String[] position(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (POSITION.matcher(text).matches()) {
                return text.split("\\|");
            }
        } catch (IllegalArgumentException notOurs) {
            throw BusinessRefusal.invalid("CURSOR_INVALID");
        }
        throw BusinessRefusal.invalid("CURSOR_INVALID");
    }
}
