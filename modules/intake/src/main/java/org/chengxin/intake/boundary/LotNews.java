package org.chengxin.intake.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.chengxin.catalogue.boundary.Catalogue;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.intake.entity.Submission;
import org.chengxin.kernel.Role;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.notification.boundary.Audience;
import org.chengxin.notification.boundary.NoticeEvent;
import org.chengxin.notification.boundary.NoticeEvent.Detail;
import org.chengxin.notification.boundary.NoticeEvents;
import org.chengxin.notification.boundary.NoticeKind;

/**
 * Tells the supplier's clerk what became of a lot, in the transaction in which it does: who sent it, or the clerks of the
 * supplier where that account is no more. Each event once for each round of the lot (docs/adr/0021).
 */
@ApplicationScoped
public class LotNews {

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Inject
    ApplicationClock clock;

    @Inject
    Catalogue catalogue;

    @Inject
    NoticeEvents events;

    /** All rows have been checked; where some wait for the supplier, the supplier hears of it. */
    public void checked(String lotNo) {
        Submission lot = lot(lotNo);
        int rejected = lot.tally().rejected();
        int suspect = lot.tally().suspect();
        // what people settled later, people know
        if (lot.round() == 0 && rejected + suspect > 0) {
            events.happened(event(NoticeKind.ROWS_WAITING, lot)
                    .with(Detail.COUNT, rejected)
                    .with(Detail.COUNT_MORE, suspect));
        }
    }

    /** It could not be read after it was taken. */
    public void refused(String lotNo) {
        events.happened(event(NoticeKind.LOT_REFUSED, lot(lotNo)));
    }

    /** Its reviewer approved it. */
    public void approved(String lotNo, String reason) {
        Submission lot = lot(lotNo);
        events.happened(event(NoticeKind.LOT_APPROVED, lot).with(Detail.REASON, reason));
    }

    /**
     * Its reviewer sent it back: all of it, or in a later round the rows of that round.
     *
     * @param round of which the decision was, since the lot may have gone on since
     */
    public void returned(String lotNo, int round, String reason) {
        Submission lot = lot(lotNo);
        if (round == 0) {
            events.happened(event(NoticeKind.LOT_RETURNED, lot).with(Detail.REASON, reason));
        } else {
            rowsReturned(lot, round, reason);
        }
    }

    /**
     * Its clerk took it back: who had its review in hand hears that there is nothing to review any more.
     *
     * @param reviewer user name; null where nobody had it, and nobody is told
     */
    void takenBack(Submission lot, String reviewer, String by, String reason) {
        if (reviewer != null) {
            events.happened(named(
                            NoticeEvent.ofLot(
                                    NoticeKind.LOT_TAKEN_BACK,
                                    lot.no() + "/" + lot.round(),
                                    Audience.person(lot.organisationId(), reviewer),
                                    lot.no()),
                            lot)
                    .with(Detail.BY, by)
                    .with(Detail.REASON, reason));
        }
    }

    /** In which round it is. */
    public int round(String lotNo) {
        return lot(lotNo).round();
    }

    /**
     * Rows were sent back while the others go on. Who sends back forty rows of a day with the same words tells the
     * supplier once; the rows stand on the lot's page.
     */
    void rowsReturned(Submission lot, int round, String reason) {
        String words = reason == null ? "" : reason;
        String key = lot.no() + "/" + round + "/" + clock.today() + "/" + Integer.toHexString(words.hashCode()) + "/"
                + words.length();
        events.happened(ofLot(NoticeKind.ROWS_RETURNED, key, lot).with(Detail.REASON, words));
    }

    private NoticeEvent event(NoticeKind kind, Submission lot) {
        return ofLot(kind, lot.no() + "/" + lot.round(), lot);
    }

    private NoticeEvent ofLot(NoticeKind kind, String key, Submission lot) {
        return named(
                NoticeEvent.ofLot(
                        kind,
                        key,
                        Audience.personOr(lot.organisationId(), lot.receipt().submittedBy(), Role.CLERK),
                        lot.no()),
                lot);
    }

    private NoticeEvent named(NoticeEvent event, Submission lot) {
        ItemDefinition item = catalogue.definition(lot.itemVersionId());
        return event.with(Detail.ITEM, item.name()).with(Detail.ITEM_EN, item.nameEn());
    }

    private Submission lot(String no) {
        return em.createNamedQuery("Submission.byNo", Submission.class)
                .setParameter("no", no)
                .getSingleResult();
    }
}
