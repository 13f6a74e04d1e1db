package org.chengxin.subject.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.Role;
import org.chengxin.kernel.text.Masking;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.organisation.boundary.AccessLog;
import org.chengxin.organisation.boundary.CurrentActor;
import org.chengxin.subject.control.MergeQuestions;
import org.chengxin.subject.control.SubjectCards;
import org.chengxin.subject.control.SubjectMerging;
import org.chengxin.subject.control.SubjectSearch;

/**
 * The register of subjects on the credit centre's desk: whom a row may be about, what is known of a subject over time,
 * and which two are one. Natural persons are found by their whole number only. Every look is logged.
 */
@Stateless
@RolesAllowed(Role.Names.CENTRE)
public class SubjectDesk {

    private static final int MOST = 200;

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Inject
    CurrentActor currentActor;

    @Inject
    AccessLog accessLog;

    @Inject
    ApplicationClock clock;

    @Inject
    Event<SubjectsMerged> merged;

    /**
     * Subjects by any code they have or had, or by a fragment of a name they bear or bore, in the order of their keys;
     * those without a public record too.
     *
     * @param text a code, or at least two characters of a name
     * @param after key of the last subject of the page before; null for the first page
     * @param most at most 200
     */
    public List<SubjectView> search(String text, Long after, int most) {
        accessLog.viewed(currentActor.get(), "SUBJECT_SEARCH", Masking.maskIdsIn(text));
        try {
            return new SubjectSearch(connection()).search(text, after == null ? 0 : after, Math.min(most, MOST));
        } catch (SQLException e) {
            throw new IllegalStateException("subjects could not be searched", e);
        }
    }

    /**
     * Everything the register knows about a subject.
     *
     * @throws BusinessRefusal NOT_FOUND SUBJECT_UNKNOWN
     */
    public SubjectCard card(Long id) {
        try {
            SubjectCard card = new SubjectCards(connection())
                    .card(id)
                    .orElseThrow(() -> BusinessRefusal.notFound("SUBJECT_UNKNOWN", id));
            accessLog.viewed(currentActor.get(), "SUBJECT", card.subject().publicId());
            return card;
        } catch (SQLException e) {
            throw new IllegalStateException("subject could not be read", e);
        }
    }

    /**
     * Says that two subjects are one. What was known of the first moves to the second, its records too.
     *
     * @param reason in the words of the person who says so
     * @throws BusinessRefusal INVALID REASON_REQUIRED, MERGE_WITH_ITSELF; NOT_FOUND SUBJECT_UNKNOWN; CONFLICT
     *     SUBJECT_MERGED_ALREADY, MERGE_OF_PERSON for a person and somebody who is none, MERGE_INTO_PROVISIONAL for a
     *     registered subject and a provisional one in the wrong order
     */
    public void merge(Long from, Long into, String reason) {
        Actor actor = currentActor.get();
        try {
            MergeQuestions questions = new MergeQuestions(connection());
            questions.refuseMerge(from, into, reason);
            List<SubjectsMerged.Merge> merges = List.of(new SubjectsMerged.Merge(from, into));
            new SubjectMerging(connection(), clock.instant(), SubjectSource.byHand(actor))
                    .merge(merges, reason.strip());
            merged.fire(new SubjectsMerged(merges, actor, reason.strip(), connection()));
        } catch (SQLException e) {
            throw new IllegalStateException("subjects could not be merged", e);
        }
    }

    /**
     * Subjects that may be one and that nobody has decided on, oldest question first.
     *
     * @param after id of the last question of the page before; null for the first page
     * @param most at most 200
     */
    public List<MergeCandidate> mergeCandidates(Long after, int most) {
        accessLog.viewed(currentActor.get(), "MERGE_CANDIDATES", String.valueOf(after));
        try {
            return new MergeQuestions(connection()).open(after == null ? 0 : after, Math.min(most, MOST));
        } catch (SQLException e) {
            throw new IllegalStateException("merge candidates could not be read", e);
        }
    }

    /**
     * Says that two subjects of a question are two; no registration merges them any more.
     *
     * @throws BusinessRefusal INVALID REASON_REQUIRED; NOT_FOUND MERGE_CANDIDATE_UNKNOWN, also when it is decided already
     */
    public void keepApart(Long candidate, String reason) {
        try {
            new MergeQuestions(connection()).keepApart(candidate, reason, currentActor.get(), clock.instant());
        } catch (SQLException e) {
            throw new IllegalStateException("merge candidate could not be decided", e);
        }
    }

    private Connection connection() {
        return em.unwrap(Connection.class);
    }
}
