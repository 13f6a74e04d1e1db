package org.chengxin.record.control;

import java.util.List;
import java.util.Set;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.DisclosureScope;
import org.chengxin.kernel.Role;
import org.chengxin.record.boundary.EventView;
import org.chengxin.record.entity.CreditRecord;
import org.chengxin.record.entity.RecordState;

/**
 * Who may know of a record, and what of it is for whom. The supplier's people and the auditor see every state; other
 * departments see what is public or shared among government, the centre also what is on its way there.
 *
 * @param actor who looks
 */
public record ReadingRights(Actor actor) {

    /** The steps in which a secrecy officer rules. */
    private static final Set<String> RULING = Set.of("DecideDisclosure", "ApplyRuling");

    /** Whether this actor may know that the record exists. */
    public boolean mayKnow(CreditRecord record) {
        if (ownOrAudited(record)) {
            return true;
        }
        boolean settled = record.state() == RecordState.PUBLISHED || record.state() == RecordState.HELD;
        // authorised information is seen through a grant or at the window, never by role alone (G05, G14)
        if (record.scope() == DisclosureScope.AUTHORISED) {
            return false;
        }
        return settled || actor.has(Role.CENTRE);
    }

    /**
     * The record of this number.
     *
     * @throws BusinessRefusal NOT_FOUND RECORD_UNKNOWN, alike if there is none and if this actor may not know of it
     */
    public CreditRecord known(String recordNo, RecordLedger ledger) {
        return ledger.find(recordNo)
                .filter(this::mayKnow)
                .orElseThrow(() -> BusinessRefusal.notFound("RECORD_UNKNOWN", recordNo));
    }

    /** Whether earlier contents are for this actor: their scope may have been narrower than that of the present one. */
    public boolean mayCompare(CreditRecord record) {
        return ownOrAudited(record);
    }

    /** Whether personal values may be asked for: by those of the supplier who enter, review and rule on the record. */
    public boolean mayUnmask(CreditRecord record) {
        return actor.actsFor(record.organisationId())
                && (actor.has(Role.CLERK) || actor.has(Role.REVIEWER) || actor.has(Role.SECRECY_OFFICER));
    }

    /**
     * Whether law and reason of a secrecy ruling may be read: by officers of the supplier, those who supervise them, and
     * the auditor. What was ruled, by which organisation and when is no secret for who may know of the record.
     */
    public boolean mayReadRulings(CreditRecord record) {
        return actor.has(Role.AUDITOR)
                || actor.actsFor(record.organisationId())
                        && (actor.has(Role.SECRECY_OFFICER) || actor.has(Role.SUPERVISOR));
    }

    /** Events of a record as this actor may read them. */
    public List<EventView> shown(CreditRecord record, List<EventView> events) {
        return mayReadRulings(record)
                ? events
                : events.stream()
                        .map(event ->
                                RULING.contains(String.valueOf(event.activity())) ? event.withoutGrounds() : event)
                        .toList();
    }

    /** Whether lists of records are of the own organisation only. */
    public boolean listsOwnOnly() {
        return !actor.has(Role.AUDITOR) && !actor.has(Role.CENTRE);
    }

    /** Whether lists leave out authorised information of other organisations, as {@link #mayKnow} does. */
    public boolean listsWithoutAuthorised() {
        return !actor.has(Role.AUDITOR);
    }

    private boolean ownOrAudited(CreditRecord record) {
        return actor.actsFor(record.organisationId()) || actor.has(Role.AUDITOR);
    }
}
