package org.chengxin.system.container;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.chengxin.catalogue.boundary.Catalogue;
import org.chengxin.catalogue.boundary.CatalogueEntry;
import org.chengxin.intake.entity.LotDescription;
import org.chengxin.intake.entity.Submission;
import org.chengxin.kernel.Actor;

/** Writes with JPA and starts processes in one transaction, and fails on demand after both. */
@Stateless
@PermitAll
public class ProbeStore {

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Inject
    RuntimeService runtime;

    @Inject
    Catalogue catalogue;

    /** An entity, a flush, a process instance with a job; then, perhaps, an exception. */
    public void lotAndProcess(String no, boolean fail) {
        CatalogueEntry item = catalogue.item("PEN-ENV");
        Long supplier = item.suppliers().get(0).organisationId();
        Actor clerk = new Actor(1L, "probe", "probe", supplier, null, null, null);
        em.persist(new Submission(
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
                clerk,
                Instant.now()));
        em.flush();
        runtime.startProcessInstanceByKey("Probe", no, Map.of("key", no));
        if (fail) {
            throw new IllegalStateException("after flush and start");
        }
    }

    /** Joins the caller's transaction, or fails where there is none. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void setting(String key, String value) {
        em.createNativeQuery("INSERT INTO setting (key, value) VALUES (?1, ?2)")
                .setParameter(1, key)
                .setParameter(2, value)
                .executeUpdate();
    }

    public long count(String sql, String parameter) {
        return ((Number) em.createNativeQuery(sql).setParameter(1, parameter).getSingleResult()).longValue();
    }
}
