package org.chengxin.intake.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.chengxin.catalogue.boundary.Catalogue;
import org.chengxin.catalogue.boundary.CatalogueEntry;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.intake.control.AdmissionTrouble;
import org.chengxin.intake.control.CheckOptions;
import org.chengxin.intake.control.LotAdmission;
import org.chengxin.intake.control.LotChecking;
import org.chengxin.intake.control.LotDivision;
import org.chengxin.intake.control.LotReading;
import org.chengxin.intake.control.LotTurn;
import org.chengxin.intake.control.PartPositions;
import org.chengxin.intake.control.RowChecker;
import org.chengxin.intake.control.RowCounts;
import org.chengxin.intake.control.RowPlacement;
import org.chengxin.intake.control.RowRefusals;
import org.chengxin.intake.control.SettlementLog;
import org.chengxin.intake.control.SubjectAssignment;
import org.chengxin.intake.entity.LotPart;
import org.chengxin.intake.entity.Submission;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.organisation.boundary.Organisations;
import org.chengxin.organisation.entity.Organisation.Regime;
import org.chengxin.record.boundary.RecordSteps;
import org.chengxin.record.entity.AdmittedRow;
import org.chengxin.record.entity.LotContext;
import org.chengxin.subject.boundary.SubjectFacts;
import org.chengxin.subject.boundary.SubjectRegister;

/** The steps of {@code submission.bpmn}, one method each; called by the process, inside its transaction. */
@ApplicationScoped
public class LotSteps {

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Inject
    ApplicationClock clock;

    @Inject
    Catalogue catalogue;

    @Inject
    SubjectRegister subjects;

    @Inject
    Organisations organisations;

    @Inject
    RecordSteps records;

    @Inject
    SubjectFacts facts;

    @Inject
    LotProcess process;

    @Inject
    RowRefusals refusals;

    @Inject
    SubjectAssignment assignment;

    @Inject
    SettlementLog log;

    @Inject
    LotDivision division;

    /** CheckRows: one chunk is cleaned, checked, matched and staged. Returns whether rows are left. */
    public boolean checkRows(String lotNo) {
        Submission lot = lot(lotNo);
        ItemDefinition item = catalogue.definition(lot.itemVersionId());
        RowChecker checker = new RowChecker(
                item,
                catalogue.codeTables(),
                LotReading.mapping(lot.receipt().mapping()),
                new CheckOptions(lot.receipt().historic(), clock.today()));
        RowPlacement placement = new RowPlacement(
                connection(), lot, item, RowPlacement.SubjectLookup.in(subjects), clock.today(), false);
        try {
            return new LotChecking(connection(), lot, item, placement).checkNext(checker);
        } catch (SQLException e) {
            throw new IllegalStateException("rows of " + lotNo + " could not be checked", e);
        }
    }

    /** Whether the reviewer's approval already covers the rows of this round, which then become records at once. */
    public boolean goesOnUnreviewed(String lotNo) {
        return lot(lotNo).goesOnUnreviewed();
    }

    /** Whether some row was accepted, so that there is something to review. */
    public boolean anyAccepted(String lotNo) {
        return lot(lotNo).tally().accepted() > 0;
    }

    /** Into how many parts the accepted rows of its present round go when they become records; at least 1. */
    public int parts(String lotNo) {
        Submission lot = lot(lotNo);
        return division.parts(catalogue.definition(lot.itemVersionId()), new LotReading(em).acceptedOfRound(lot));
    }

    public void openReview(String lotNo) {
        lot(lotNo).openReview();
    }

    /**
     * Who may decide on this lot.
     *
     * @throws org.chengxin.kernel.BusinessRefusal FORBIDDEN NOT_SUPPLIER or FOUR_EYES
     */
    public void refuseReviewBy(String lotNo, Actor reviewer) {
        Submission lot = lot(lotNo);
        lot.refuseReviewBy(reviewer);
        if (lot.round() > 0 && log.settledBy(lot, reviewer.username())) {
            throw BusinessRefusal.forbidden("FOUR_EYES", lotNo);
        }
    }

    public void approve(String lotNo, Actor reviewer, String reason) {
        lot(lotNo).approve(reviewer, reason, clock.instant());
    }

    /** ReturnLot: the lot as a whole goes back, or the rows that were settled for this round. */
    public void giveBack(String lotNo, Actor reviewer, String reason) {
        Submission lot = lot(lotNo);
        refuseReviewBy(lotNo, reviewer);
        RowCounts left = lot.round() == 0 ? new RowCounts() : refusals.ofRound(lot, reviewer, reason);
        boolean later = lot.round() > 0;
        lot.giveBack(reviewer, reason, left, clock.instant());
        if (later && lot.nextRound()) {
            process.start(lotNo);
        }
    }

    /**
     * What came of a chunk of rows.
     *
     * @param admission records whose process is to be started
     * @param rowsLeft whether rows are left
     */
    public record Admitted(RecordSteps.Admission admission, boolean rowsLeft) {}

    /** The sector's own rules of publication of a supplier; null for none. */
    private String regime(Long organisationId) {
        Regime own = organisations.get(organisationId).regime();
        return own == null ? null : own.name();
    }

    /**
     * AdmitRecords: the next accepted rows of a part become records. A part does not hold the lot: until all are through
     * it is PROCESSING in its round, and what people settle meanwhile is of the next one.
     */
    public Admitted admit(String lotNo, LotPart part, String processInstanceId) {
        Submission lot = part.isWhole() ? lot(lotNo) : unlocked(lotNo);
        lot.requireProcessing();
        ItemDefinition item = catalogue.definition(lot.itemVersionId());
        try {
            LotTurn.take(connection(), lot, part);
            AdmissionTrouble trouble = new AdmissionTrouble(connection(), part);
            PartPositions positions = new PartPositions(connection());
            Optional<AdmissionTrouble.State> failedBefore = trouble.of(lot);
            if (failedBefore.map(AdmissionTrouble.State::culprit).isPresent()) {
                // by itself: what comes next may fail too, and must not bring this row back
                trouble.setAside(lot, failedBefore.get(), clock.instant());
                return new Admitted(new RecordSteps.Admission(List.of(), List.of()), true);
            }
            CatalogueEntry supplied = catalogue.item(lot.itemCode());
            LotAdmission admission = new LotAdmission(
                    connection(),
                    lot,
                    item,
                    // a declaration is for one version of the item; for another one nothing was said
                    supplied.versionId().equals(lot.itemVersionId())
                            ? supplied.standingScope(lot.organisationId())
                            : null,
                    regime(lot.organisationId()),
                    subjects,
                    part,
                    positions.lastRow(lot, part),
                    failedBefore.map(AdmissionTrouble.State::chunk).orElse(LotAdmission.CHUNK));
            List<AdmittedRow> rows = admission.next();
            RecordSteps.Admission admitted = records.admit(context(lot, processInstanceId), rows);
            facts.state(admission.facts(rows));
            positions.admitted(lot, part, admission.lastRow(), admission.consumed());
            if (failedBefore
                    .filter(state -> !admission.rowsLeft() || admission.lastRow() >= state.untilRow())
                    .isPresent()) {
                trouble.over(lot);
            }
            return new Admitted(admitted, admission.rowsLeft());
        } catch (SQLException e) {
            throw new IllegalStateException("records of " + lotNo + " could not be admitted", e);
        }
    }

    /**
     * CloseLot.
     *
     * @return whether rows were settled meanwhile, for which it goes on in a further round
     */
    public boolean close(String lotNo) {
        Submission lot = lot(lotNo);
        try {
            new PartPositions(connection()).gather(lot);
        } catch (SQLException e) {
            throw new IllegalStateException("the parts of " + lotNo + " could not be added up", e);
        }
        lot.close(clock.instant());
        return lot.nextRound();
    }

    /**
     * RematchRows: rows without a subject are looked up again, all of them after a lot that registered subjects, else
     * those of this lot: a registration may have arrived while it was checked.
     *
     * @param after where the last chunk ended; null at the beginning
     * @return where this chunk ended; null when nothing is left
     */
    public String rematch(String lotNo, String after) {
        // not locked: the lots whose rows find their subject are, in the order of their keys
        Submission lot = unlocked(lotNo);
        boolean all = catalogue.definition(lot.itemVersionId()).registersSubjects();
        return all || lot.tally().unmatched() > 0 ? assignment.rematch(all ? null : lot.id(), after) : null;
    }

    public void refuse(String lotNo) {
        lot(lotNo).refuse(clock.instant());
    }

    /**
     * What a task says about a lot.
     *
     * @param title item and counts, for the inbox
     */
    public record Reference(String lotNo, String title, Long organisationId) {}

    public Reference reference(String lotNo) {
        Submission lot = lot(lotNo);
        return new Reference(
                lotNo,
                catalogue.definition(lot.itemVersionId()).name() + " · "
                        + lot.tally().accepted() + "/" + lot.tally().received(),
                lot.organisationId());
    }

    private LotContext context(Submission lot, String processInstanceId) {
        return new LotContext(
                lot.id(),
                lot.no(),
                lot.itemId(),
                lot.itemCode(),
                lot.itemVersionId(),
                lot.organisationId(),
                actor(lot.receipt().submittedBy(), lot.receipt().submittedName(), lot.organisationId()),
                lot.receivedAt().toInstant(),
                actor(lot.review().by(), lot.review().name(), lot.organisationId()),
                lot.review().at().toInstant(),
                lot.review().reason(),
                lot.receipt().historic(),
                processInstanceId);
    }

    /** Somebody who acted earlier, as the lot remembers them; the roles of that time no longer matter. */
    private static Actor actor(String username, String displayName, Long organisationId) {
        return new Actor(null, username, displayName, organisationId, null, null, java.util.Set.of());
    }

    private Submission lot(String no) {
        // locked, because rows of it may be settled by people at the same time; by hand, since a query that locks reads
        // the lot anew and forgets what this step has already changed in it
        em.createNativeQuery("SELECT id FROM submission WHERE no = ?1 FOR UPDATE")
                .setParameter(1, no)
                .getSingleResult();
        return unlocked(no);
    }

    private Submission unlocked(String no) {
        return em.createNamedQuery("Submission.byNo", Submission.class)
                .setParameter("no", no)
                .getSingleResult();
    }

    private Connection connection() {
        return em.unwrap(Connection.class);
    }
}
