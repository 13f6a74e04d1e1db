package org.chengxin.secrecy.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.ZoneOffset;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.DisclosureScope;
import org.chengxin.record.boundary.ContentAuthors;
import org.chengxin.record.boundary.RecordDecisions;
import org.chengxin.record.boundary.RecordReference;
import org.chengxin.record.boundary.RecordSteps;
import org.chengxin.record.entity.Step;

/** The steps of {@code credit-record.bpmn} that decide who may see a record. */
@ApplicationScoped
public class DisclosureSteps {

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Inject
    RecordSteps records;

    @Inject
    ContentAuthors authors;

    /** DetermineScope: row, lot, standing declaration, in this order; otherwise nobody has said so yet. */
    public DisclosureScope determine(String recordNo, Step step) {
        RecordDecisions.Scope scope = records.proposedScope(recordNo);
        records.setScope(recordNo, scope.scope(), scope.rule(), step);
        return scope.scope();
    }

    /**
     * Four eyes: only the supplier's own officer, and nobody who put a hand to its content or reviewed it.
     *
     * @throws BusinessRefusal FORBIDDEN NOT_SUPPLIER or FOUR_EYES
     */
    public void refuseRulingBy(String recordNo, Actor officer) {
        RecordReference record = records.reference(recordNo);
        if (!officer.actsFor(record.organisationId())) {
            throw BusinessRefusal.forbidden("NOT_SUPPLIER", recordNo);
        }
        if (officer.username().equals(record.reviewedBy())) {
            throw BusinessRefusal.forbidden("FOUR_EYES", recordNo);
        }
        authors.refuseDecisionBy(recordNo, officer);
    }

    /** ApplyRuling: the ruling is kept with its reason and applied. */
    public DisclosureScope rule(String recordNo, Ruling ruling, Step step) {
        if (ruling.scope() == DisclosureScope.UNDETERMINED) {
            throw BusinessRefusal.invalid("RULING_UNDETERMINED", recordNo);
        }
        em.createNativeQuery("INSERT INTO secrecy_ruling (record_no, scope, ground, legal_basis, reason, decided_by,"
                        + " organisation_id, decided_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
                .setParameter(1, recordNo)
                .setParameter(2, ruling.scope().name())
                .setParameter(3, ruling.ground())
                .setParameter(4, ruling.legalBasis())
                .setParameter(5, ruling.reason())
                .setParameter(6, step.actor().username())
                .setParameter(7, step.actor().organisationId())
                .setParameter(8, step.at().atOffset(ZoneOffset.UTC))
                .executeUpdate();
        records.setScope(
                recordNo, ruling.scope(), "DecideDisclosure", step.because(ruling.legalBasis(), ruling.reason()));
        return ruling.scope();
    }
}
