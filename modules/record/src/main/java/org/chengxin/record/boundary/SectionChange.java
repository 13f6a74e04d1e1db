package org.chengxin.record.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.Role;
import org.chengxin.kernel.Section;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.organisation.boundary.CurrentActor;
import org.chengxin.record.control.ReadingRights;
import org.chengxin.record.control.RecordLedger;
import org.chengxin.record.entity.CreditRecord;
import org.chengxin.record.entity.Disclosure;
import org.chengxin.record.entity.RecordState;
import org.chengxin.record.entity.Step;

/**
 * The supplier finds that an early warning 预警 weighs more and makes it an alert 警示: the two are classes of their own,
 * a record stands in one of them, and the move is an event with basis and reason (A06, 苏府[2003]184号 三.2).
 */
@Stateless
@RolesAllowed(Role.Names.REVIEWER)
public class SectionChange {

    private static final int LONGEST = 500;

    @Inject
    CurrentActor currentActor;

    @Inject
    RecordLedger ledger;

    @Inject
    ContentAuthors authors;

    @Inject
    ApplicationClock clock;

    /**
     * Whether the signed-in reviewer may do this to the record now; a page offers it only then.
     *
     * @throws BusinessRefusal NOT_FOUND RECORD_UNKNOWN
     */
    public boolean possible(String recordNo) {
        Actor actor = currentActor.get();
        CreditRecord record = new ReadingRights(actor).known(recordNo, ledger);
        return actor.actsFor(record.organisationId()) && isStandingWarning(record) && mayDecide(recordNo, actor);
    }

    /**
     * From early warning to alert; on the portal at once.
     *
     * @param legalBasis law and article, at most 500 characters
     * @param reason at most 500 characters
     * @param version of the record as the reviewer saw it; null to decide on whatever it is now
     * @throws BusinessRefusal NOT_FOUND RECORD_UNKNOWN; FORBIDDEN NOT_SUPPLIER, FOUR_EYES for who had a hand in its
     *     content; INVALID REQUIRED, TOO_LONG or PARAMETER_INVALID with the member; GONE_STALE STALE; CONFLICT
     *     NOT_A_WARNING
     */
    public void raise(String recordNo, String legalBasis, String reason, Integer version) {
        Actor actor = currentActor.get();
        // of two who do this at once, or of two clicks, the second waits and finds what the first has done
        ledger.lock(recordNo);
        CreditRecord record = new ReadingRights(actor).known(recordNo, ledger);
        if (!actor.actsFor(record.organisationId())) {
            throw BusinessRefusal.forbidden("NOT_SUPPLIER", record.itemCode());
        }
        authors.refuseDecisionBy(recordNo, actor);
        String basis = text("legalBasis", legalBasis);
        String why = text("reason", reason);
        if (version != null && version != record.version()) {
            throw BusinessRefusal.stale("STALE");
        }
        if (!isStandingWarning(record)) {
            throw BusinessRefusal.conflict("NOT_A_WARNING", recordNo);
        }
        record.raise(
                Step.of(clock.instant(), actor, null, null, Disclosure.RAISED).because(basis, why));
        ledger.write();
    }

    private boolean mayDecide(String recordNo, Actor actor) {
        try {
            authors.refuseDecisionBy(recordNo, actor);
            return true;
        } catch (BusinessRefusal fourEyes) {
            return false;
        }
    }

    private boolean isStandingWarning(CreditRecord record) {
        boolean settled = record.state() == RecordState.PUBLISHED || record.state() == RecordState.HELD;
        return settled
                && record.section() == Section.WARNING
                && !record.disclosure().overAt(clock.instant());
    }

    /** Control and formatting signs, which make a text look like another; a new line is neither. */
    private static boolean isUnseen(int sign) {
        int type = Character.getType(sign);
        return (type == Character.CONTROL && sign != '\n' && sign != '\r' && sign != '\t') || type == Character.FORMAT;
    }

    private static String text(String member, String value) {
        if (value == null || value.isBlank()) {
            throw BusinessRefusal.invalid("REQUIRED", member);
        }
        String text = value.strip();
        if (text.length() > LONGEST) {
            throw BusinessRefusal.invalid("TOO_LONG", member);
        }
        if (text.codePoints().anyMatch(SectionChange::isUnseen)) {
            throw BusinessRefusal.invalid("PARAMETER_INVALID", member, "");
        }
        return text;
    }
}
