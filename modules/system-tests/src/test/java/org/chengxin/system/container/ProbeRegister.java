package org.chengxin.system.container;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import org.chengxin.catalogue.boundary.Catalogue;
import org.chengxin.catalogue.boundary.CatalogueEntry;
import org.chengxin.intake.entity.LotDescription;
import org.chengxin.intake.entity.Submission;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.code.SubjectCode;
import org.chengxin.record.entity.CreditRecord;
import org.chengxin.subject.boundary.Registration;
import org.chengxin.subject.boundary.SubjectRegister;
import org.chengxin.subject.boundary.SubjectSource;
import org.chengxin.subject.entity.SubjectKind;

/** Registers subjects as the steps of a lot do, each call a transaction. */
@Stateless
@PermitAll
public class ProbeRegister {

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Inject
    SubjectRegister register;

    @Inject
    Catalogue catalogue;

    public Long register(String name, String code) {
        return register.register(List.of(registration(name, code)), source()).get(0);
    }

    public Long openProvisional(String name) {
        return register.openProvisional(name, List.of(), SubjectKind.ENTERPRISE, "probe", source());
    }

    /** A record that is decided and not public, of a lot that holds nothing else. */
    public void record(long id, String no, Long subject) {
        CatalogueEntry item = catalogue.item("PEN-ENV");
        Long supplier = item.suppliers().get(0).organisationId();
        Submission lot = new Submission(
                no,
                new LotDescription(
                        item.itemId(),
                        item.code(),
                        item.versionId(),
                        "API",
                        null,
                        "text/csv",
                        no,
                        1,
                        null,
                        null,
                        null,
                        "{}"),
                new Actor(1L, "probe", "probe", supplier, null, null, null),
                Instant.now());
        em.persist(lot);
        em.flush();
        em.createNativeQuery("INSERT INTO credit_record (id, record_no, item_id, item_version_id, item_code,"
                        + " organisation_id, submission_id, row_no, subject_id, state, section, scope, title,"
                        + " content_version, content_hash, dedupe_key, entered_by, reviewed_by, created_at,"
                        + " scope_column, personal_subject) VALUES (?1, ?2, ?3, ?4, 'PEN-ENV', ?5, ?6, 2, ?7, 'HELD',"
                        + " 'WARNING', 'GOVERNMENT', 't', 1, 'h', ?2, 'clerk', 'reviewer', now(), false, false)")
                .setParameter(1, id)
                .setParameter(2, no)
                .setParameter(3, item.itemId())
                .setParameter(4, item.versionId())
                .setParameter(5, supplier)
                .setParameter(6, lot.id())
                .setParameter(7, subject)
                .executeUpdate();
        em.createNativeQuery("INSERT INTO record_subject VALUES (?1, ?2, 'COUNTERPARTY')")
                .setParameter(1, id)
                .setParameter(2, subject)
                .executeUpdate();
    }

    /** Whom a record that the transaction had loaded before says to be about, after the registration. */
    public Long subjectOfLoadedRecord(long record, String name, String code, boolean fail) {
        CreditRecord loaded = em.find(CreditRecord.class, record);
        register.register(List.of(registration(name, code)), source());
        if (fail) {
            throw new IllegalStateException("after the merge");
        }
        return loaded.subjectId();
    }

    public Object one(String sql, Object parameter) {
        return em.createNativeQuery(sql).setParameter(1, parameter).getSingleResult();
    }

    private static Registration registration(String name, String code) {
        return new Registration(List.of(SubjectCode.classify(code)), name, List.of(), null, null, false);
    }

    private static SubjectSource source() {
        return new SubjectSource(Actor.process("Probe"), null, null);
    }
}
