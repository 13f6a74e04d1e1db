package org.chengxin.intake.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengxin.catalogue.boundary.Catalogue;
import org.chengxin.intake.control.CorrectionFile;
import org.chengxin.intake.control.LostRows;
import org.chengxin.intake.control.LotChainReading;
import org.chengxin.intake.control.LotReading;
import org.chengxin.intake.entity.Submission;
import org.chengxin.intake.entity.SubmissionState;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.Role;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.organisation.boundary.AccessLog;
import org.chengxin.organisation.boundary.CurrentActor;

/** What a lot lost is mended and sent again as a lot of its own, and the two of them are read as one. */
@Stateless
@RolesAllowed({
    Role.Names.CLERK,
    Role.Names.REVIEWER,
    Role.Names.SUPERVISOR,
    Role.Names.SECRECY_OFFICER,
    Role.Names.CENTRE,
    Role.Names.AUDITOR
})
public class LotCorrections {

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Inject
    CurrentActor currentActor;

    @Inject
    AccessLog accessLog;

    @Inject
    ApplicationClock clock;

    @Inject
    ReviewInProcess review;

    @Inject
    Catalogue catalogue;

    @Inject
    LotNews news;

    /**
     * The lots that corrected each other, to which this one belongs.
     *
     * @return empty for a lot that corrects none and that none corrects
     * @throws BusinessRefusal NOT_FOUND SUBMISSION_UNKNOWN
     */
    public Optional<LotChain> chain(String no) {
        Submission lot = visible(no);
        try {
            List<LotChain.Link> links = new LotChainReading(connection()).of(lot.id());
            return links.size() < 2 ? Optional.empty() : Optional.of(new LotChain(links));
        } catch (SQLException e) {
            throw new IllegalStateException("the lots around " + no + " could not be read", e);
        }
    }

    /**
     * How many rows of a lot are lost unless they are mended and sent again.
     *
     * @throws BusinessRefusal NOT_FOUND SUBMISSION_UNKNOWN
     */
    public int lost(String no) {
        try {
            return new LostRows(connection(), visible(no)).count();
        } catch (SQLException e) {
            throw new IllegalStateException("lost rows of " + no + " could not be counted", e);
        }
    }

    /**
     * The headings of the file in which lost rows are mended: the column by which they are recognised, the one that says
     * what was found, and those of the supplier's own file. That somebody fetches it is logged: it holds personal data
     * as the supplier sent it, since what is masked cannot be mended.
     *
     * @throws BusinessRefusal NOT_FOUND SUBMISSION_UNKNOWN, also for other suppliers
     */
    @RolesAllowed(Role.Names.CLERK)
    public List<String> header(String no) {
        Submission lot = own(no);
        accessLog.viewed(currentActor.get(), "LOST_ROWS", no);
        List<String> header = new ArrayList<>(List.of(CorrectionFile.REFERENCE, CorrectionFile.FINDINGS));
        header.addAll(LotReading.mapping(lot.receipt().mapping()).header());
        return header;
    }

    /**
     * The lost rows, in the order of the file.
     *
     * @param afterRow from after this row on
     * @throws BusinessRefusal NOT_FOUND SUBMISSION_UNKNOWN, also for other suppliers
     */
    @RolesAllowed(Role.Names.CLERK)
    public List<RowToCorrect> rows(String no, int afterRow, int most) {
        Submission lot = own(no);
        try {
            List<LostRows.Row> rows = new LostRows(connection(), lot)
                    .after(afterRow, most, LotReading.mapping(lot.receipt().mapping()));
            Map<Integer, List<FindingView>> findings = new LotReading(em)
                    .findingsOf(
                            lot,
                            catalogue.definition(lot.itemVersionId()),
                            rows.stream().map(LostRows.Row::rowNo).toList());
            return rows.stream()
                    .map(row -> new RowToCorrect(
                            row.rowNo(),
                            new CorrectionFile.Origin(no, row.rowNo()).text(),
                            row.cells(),
                            findings.getOrDefault(row.rowNo(), List.of())))
                    .toList();
        } catch (SQLException e) {
            throw new IllegalStateException("lost rows of " + no + " could not be read", e);
        }
    }

    /**
     * Whether the caller may take a lot back as it stands: the own one, in its first review, while nobody has decided.
     *
     * @throws BusinessRefusal NOT_FOUND SUBMISSION_UNKNOWN
     */
    public boolean mayTakeBack(String no) {
        Submission lot = visible(no);
        return lot.state() == SubmissionState.IN_REVIEW
                && lot.round() == 0
                && lot.receipt().submittedBy().equals(currentActor.get().username())
                && review.canEnd(no);
    }

    /**
     * A clerk takes the own lot back before it was decided: nothing of it becomes a record, and all of it can be mended
     * and sent again.
     *
     * @throws BusinessRefusal NOT_FOUND SUBMISSION_UNKNOWN; FORBIDDEN NOT_OWN_LOT; CONFLICT LOT_STATE, or TASK_DECIDED with
     *     who decided when what; INVALID REASON_REQUIRED or TOO_LONG
     */
    @RolesAllowed(Role.Names.CLERK)
    public void takeBack(String no, String reason) {
        Actor clerk = currentActor.get();
        own(no).refuseTakingBackBy(clerk);
        String stated = StatedReason.required(reason);
        // the task first, as a decision does: two that wait for each other would both be lost
        String reviewer = review.end(no, clerk, stated);
        Submission lot = em.createNamedQuery("Submission.byNo", Submission.class)
                .setParameter("no", no)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResult();
        em.refresh(lot);
        lot.takeBack(clerk, stated, clock.instant());
        news.takenBack(lot, reviewer, clerk.displayName(), stated);
    }

    private Submission own(String no) {
        Submission lot = visible(no);
        if (!currentActor.get().actsFor(lot.organisationId())) {
            throw BusinessRefusal.notFound("SUBMISSION_UNKNOWN", no);
        }
        return lot;
    }

    private Submission visible(String no) {
        Actor actor = currentActor.get();
        return em.createNamedQuery("Submission.byNo", Submission.class)
                .setParameter("no", no)
                .getResultStream()
                .filter(lot -> actor.has(Role.CENTRE) || actor.has(Role.AUDITOR) || actor.actsFor(lot.organisationId()))
                .findFirst()
                .orElseThrow(() -> BusinessRefusal.notFound("SUBMISSION_UNKNOWN", no));
    }

    private Connection connection() {
        return em.unwrap(Connection.class);
    }
}
