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
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
                if (records.values().stream()
                        .anyMatch(record -> record.unsaved().hasEvents())) {
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
        List<String> present = missing.size() < 2 ? missing : present(missing);
        if (!present.isEmpty()) {
            em.createNamedQuery("CreditRecord.byNumbers", CreditRecord.class)
                    .setParameter("numbers", present)
                    .getResultStream()
                    .forEach(record -> records.put(record.recordNo(), record));
        }
    }

    /** A lot mostly brings new records: to know that is a look at an index, to ask JPA for them is work. */
    private List<String> present(List<String> recordNos) {
        List<String> present = new ArrayList<>();
        Connection connection = em.unwrap(Connection.class);
        try (PreparedStatement select =
                connection.prepareStatement("SELECT record_no FROM credit_record WHERE record_no = ANY (?)")) {
            select.setArray(1, connection.createArrayOf("text", recordNos.toArray(String[]::new)));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    present.add(row.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("records could not be looked up", e);
        }
        return present;
    }

    /** Nobody else changes the record until the transaction ends; a number that there is none of is passed over. */
    public void lock(String recordNo) {
        em.createNativeQuery("SELECT id FROM credit_record WHERE record_no = ?1 FOR UPDATE")
                .setParameter(1, recordNo)
                .getResultList();
    }

    /** A record by a number that somebody gave. */
    public Optional<CreditRecord> find(String recordNo) {
        if (!records.containsKey(recordNo)) {
            preload(List.of(recordNo));
        }
        return Optional.ofNullable(records.get(recordNo));
    }

    /**
     * @throws IllegalArgumentException if there is no such record: numbers come from our own tables
     */
    public CreditRecord get(String recordNo) {
        return find(recordNo).orElseThrow(() -> new IllegalArgumentException("no record " + recordNo));
    }

    /** The records loaded or added so far. */
    public Collection<CreditRecord> loaded() {
        return List.copyOf(records.values());
    }

    /** A record that begins in this transaction; JPA hears nothing of it, its row is written with all others. */
    public void add(CreditRecord record) {
        records.put(record.recordNo(), record);
        admitted.add(record.id());
    }

    /** Writes what the records have gathered, and forgets them. */
    public void write() {
        if (records.values().stream().noneMatch(record -> record.unsaved().hasEvents())) {
            return;
        }
        em.flush();
        Connection connection = em.unwrap(Connection.class);
        RecordJournal journal = new RecordJournal(connection);
        Map<Long, String> contents = journal.write(records.values(), admitted);
        changed.fire(new RecordsChanged(List.copyOf(records.values()), contents, connection));
        records.clear();
        admitted.clear();
    }
}
