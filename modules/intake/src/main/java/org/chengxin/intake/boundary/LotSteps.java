package org.chengxin.intake.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.chengxin.catalogue.boundary.Catalogue;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.intake.control.CheckOptions;
import org.chengxin.intake.control.HeaderMapping;
import org.chengxin.intake.control.LotAdmission;
import org.chengxin.intake.control.LotChecking;
import org.chengxin.intake.control.RowChecker;
import org.chengxin.intake.entity.Submission;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.record.boundary.RecordSteps;
import org.chengxin.record.entity.AdmittedRow;
import org.chengxin.record.entity.LotContext;
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
    RecordSteps records;

    /** CheckRows: one chunk is cleaned, checked, matched and staged. Returns whether rows are left. */
    public boolean checkRows(String lotNo) {
        Submission lot = lot(lotNo);
        ItemDefinition item = catalogue.definition(lot.itemVersionId());
        RowChecker checker = new RowChecker(
                item, catalogue.codeTables(), mapping(lot), new CheckOptions(lot.historic(), clock.today()));
        try {
            return new LotChecking(connection(), lot, item, subjects).checkNext(checker, clock.today());
        } catch (SQLException e) {
            throw new IllegalStateException("rows of " + lotNo + " could not be checked", e);
        }
    }

    /** Whether some row was accepted, so that there is something to review. */
    public boolean anyAccepted(String lotNo) {
        return lot(lotNo).accepted() > 0;
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
        lot(lotNo).refuseReviewBy(reviewer);
    }

    public void approve(String lotNo, Actor reviewer, String reason) {
        lot(lotNo).approve(reviewer, reason, clock.instant());
    }

    public void giveBack(String lotNo, Actor reviewer, String reason) {
        lot(lotNo).giveBack(reviewer, reason, clock.instant());
    }

    /**
     * What came of a chunk of rows.
     *
     * @param admission records whose process is to be started
     * @param rowsLeft whether rows are left
     */
    public record Admitted(RecordSteps.Admission admission, boolean rowsLeft) {}

    /** AdmitRecords: the next accepted rows become records. */
    public Admitted admit(String lotNo, String processInstanceId) {
        Submission lot = lot(lotNo);
        ItemDefinition item = catalogue.definition(lot.itemVersionId());
        try {
            List<AdmittedRow> rows = new LotAdmission(
                            connection(),
                            lot,
                            item,
                            catalogue.item(lot.itemCode()).standingScope(lot.organisationId()),
                            subjects)
                    .next();
            RecordSteps.Admission admission = records.admit(context(lot, processInstanceId), rows);
            if (!rows.isEmpty()) {
                lot.admitted(rows.get(rows.size() - 1).rowNo(), rows.size());
            }
            return new Admitted(admission, rows.size() == LotAdmission.CHUNK);
        } catch (SQLException e) {
            throw new IllegalStateException("records of " + lotNo + " could not be admitted", e);
        }
    }

    public void close(String lotNo) {
        lot(lotNo).close(clock.instant());
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
                catalogue.definition(lot.itemVersionId()).name() + " · " + lot.accepted() + "/" + lot.received(),
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
                actor(lot.submittedBy(), lot.submittedName(), lot.organisationId()),
                lot.receivedAt().toInstant(),
                actor(lot.reviewedBy(), lot.reviewedName(), lot.organisationId()),
                lot.reviewedAt().toInstant(),
                lot.reviewReason(),
                lot.historic(),
                processInstanceId);
    }

    /** Somebody who acted earlier, as the lot remembers them; the roles of that time no longer matter. */
    private static Actor actor(String username, String displayName, Long organisationId) {
        return new Actor(null, username, displayName, organisationId, null, null, java.util.Set.of());
    }

    private static HeaderMapping mapping(Submission lot) {
        try (JsonReader reader = Json.createReader(new StringReader(lot.mapping()))) {
            return HeaderMapping.fromJson(reader.readObject());
        }
    }

    private Submission lot(String no) {
        return em.createNamedQuery("Submission.byNo", Submission.class)
                .setParameter("no", no)
                .getSingleResult();
    }

    private Connection connection() {
        return em.unwrap(Connection.class);
    }
}
