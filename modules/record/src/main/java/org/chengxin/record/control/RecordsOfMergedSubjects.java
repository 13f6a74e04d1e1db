package org.chengxin.record.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.record.boundary.RecordsChanged;
import org.chengxin.record.entity.CreditRecord;
import org.chengxin.subject.boundary.SubjectsMerged;

/** Records follow their subject when it turns out to be another, in the transaction that says so. */
@ApplicationScoped
public class RecordsOfMergedSubjects {

    /** Records that are projected at once. */
    private static final int CHUNK = 1_000;

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Inject
    RecordLedger ledger;

    @Inject
    ApplicationClock clock;

    @Inject
    Event<RecordsChanged> changed;

    void move(@Observes SubjectsMerged merged) {
        // what the transaction did to records before is written before their rows change under it
        ledger.write();
        em.flush();
        try {
            List<String> numbers = new ArrayList<>(new SubjectMove(merged.connection(), merged.merges())
                    .move(merged.actor(), merged.reason(), clock.instant()));
            for (int i = 0; i < numbers.size(); i += CHUNK) {
                List<CreditRecord> records = em.createNamedQuery("CreditRecord.byNumbers", CreditRecord.class)
                        .setParameter("numbers", numbers.subList(i, Math.min(i + CHUNK, numbers.size())))
                        // those that the transaction has loaded know their old subject
                        .setHint("eclipselink.refresh", "true")
                        .getResultList();
                changed.fire(new RecordsChanged(records, merged.connection()));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("records of merged subjects could not be moved", e);
        }
    }
}
