package org.chengxin.record.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.Serializable;
import java.sql.Connection;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.chengxin.record.boundary.RecordsChanged;
import org.chengxin.record.entity.CreditRecord;

/**
 * The records that one transaction works on. A process step finds its record here and changes it in memory; who began
 * the transaction settles it at its end: content, events and the public projection are written for all of them in a
 * handful of statements, whether it was one record or five hundred. A transaction that forgets to is rolled back.
 */
@TransactionScoped
public class RecordLedger implements Serializable {

    private static final long serialVersionUID = 1L;

    @PersistenceContext(unitName = "registry")
    transient EntityManager em;

    @Inject
    transient Event<RecordsChanged> changed;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    transient TransactionSynchronizationRegistry transaction;

    private final transient Map<String, CreditRecord> records = new LinkedHashMap<>();
    private final transient Set<Long> admitted = new TreeSet<>();

    @PostConstruct
    void joinTransaction() {
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // JPA has written by now, so it is too late for us: better nothing than a change without its event
                if (records.values().stream().anyMatch(CreditRecord::hasUnsaved)) {
                    transaction.setRollbackOnly();
                    throw new IllegalStateException("records were changed and not settled: " + records.keySet());
                }
            }

            @Override
            public void afterCompletion(int status) {
                records.clear();
            }
        });
    }

    /** Loads these records with one statement, for steps that will ask for them one by one. */
    public void preload(Collection<String> recordNos) {
        List<String> missing =
                recordNos.stream().filter(no -> !records.containsKey(no)).toList();
        if (!missing.isEmpty()) {
            em.createNamedQuery("CreditRecord.byNumbers", CreditRecord.class)
                    .setParameter("numbers", missing)
                    .getResultStream()
                    .forEach(record -> records.put(record.recordNo(), record));
        }
    }

    /**
     * @throws IllegalArgumentException if there is no such record: numbers come from our own tables
     */
    public CreditRecord get(String recordNo) {
        if (!records.containsKey(recordNo)) {
            preload(List.of(recordNo));
        }
        CreditRecord record = records.get(recordNo);
        if (record == null) {
            throw new IllegalArgumentException("no record " + recordNo);
        }
        return record;
    }

    /** The records loaded or added so far. */
    public Collection<CreditRecord> loaded() {
        return List.copyOf(records.values());
    }

    /** A record that begins in this transaction. */
    public void add(CreditRecord record) {
        records.put(record.recordNo(), record);
        admitted.add(record.id());
        em.persist(record);
    }

    /** Writes what the records have gathered, and forgets them. */
    public void write() {
        if (records.values().stream().noneMatch(CreditRecord::hasUnsaved)) {
            return;
        }
        em.flush();
        Connection connection = em.unwrap(Connection.class);
        RecordJournal journal = new RecordJournal(connection);
        journal.write(records.values(), admitted);
        changed.fire(new RecordsChanged(List.copyOf(records.values()), connection));
        records.clear();
        admitted.clear();
    }
}
