package org.chengxin.intake.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.chengxin.intake.entity.Submission;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.Role;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.organisation.boundary.CurrentActor;

/** Rows that failed alone when they were to become records. Who operates the system finds out why and tries again. */
@Stateless
@RolesAllowed(Role.Names.ADMIN)
public class SetAsideRows {

    private static final int MOST = 200;

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Inject
    LotProcess process;

    @Inject
    CurrentActor currentActor;

    @Inject
    ApplicationClock clock;

    /** The rows that wait, the longest waiting first, at most 200. */
    public List<SetAsideRow> list() {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery("SELECT a.id, s.no, a.row_no, a.set_aside_at, a.cause"
                        + " FROM set_aside_row a JOIN submission s ON s.id = a.submission_id"
                        + " WHERE a.retried_at IS NULL ORDER BY a.id")
                .setMaxResults(MOST)
                .getResultList();
        return rows.stream()
                .map(row -> new SetAsideRow(
                        ((Number) row[0]).longValue(),
                        (String) row[1],
                        ((Number) row[2]).intValue(),
                        moment(row[3]),
                        (String) row[4]))
                .toList();
    }

    /**
     * The row goes on in the next round of its lot, at once if the lot is done; what the supplier settled goes before
     * its reviewer again, since the approval of an earlier round is not known any more.
     *
     * @throws BusinessRefusal NOT_FOUND ROW_NOT_SET_ASIDE if it does not wait any more
     */
    public void retry(long id) {
        @SuppressWarnings("unchecked")
        List<Object[]> taken = em.createNativeQuery("UPDATE set_aside_row SET retried_at = ?1, retried_by = ?2"
                        + " WHERE id = ?3 AND retried_at IS NULL RETURNING submission_id, row_no")
                .setParameter(1, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(2, currentActor.get().username())
                .setParameter(3, id)
                .getResultList();
        if (taken.isEmpty()) {
            throw BusinessRefusal.notFound("ROW_NOT_SET_ASIDE", id);
        }
        Submission lot =
                em.find(Submission.class, ((Number) taken.get(0)[0]).longValue(), LockModeType.PESSIMISTIC_WRITE);
        boolean settled = (Boolean) em.createNativeQuery("UPDATE staged_row SET round = ?1 WHERE submission_id = ?2"
                        + " AND received_at = ?3 AND row_no = ?4 RETURNING entered_by IS NOT NULL")
                .setParameter(1, lot.rounds().settling())
                .setParameter(2, lot.id())
                .setParameter(3, lot.receivedAt())
                .setParameter(4, taken.get(0)[1])
                .getSingleResult();
        if (lot.triesAgain(settled)) {
            process.start(lot.no());
        }
    }

    private static OffsetDateTime moment(Object value) {
        if (value instanceof OffsetDateTime moment) {
            return moment;
        }
        Instant instant = value instanceof Instant at ? at : ((java.sql.Timestamp) value).toInstant();
        return instant.atOffset(ZoneOffset.UTC);
    }
}
