package org.chengxin.secrecy.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.DisclosureScope;
import org.chengxin.kernel.Role;
import org.chengxin.organisation.boundary.CurrentActor;

/** The rulings of a department's own secrecy officers, for officers and those who supervise them. */
@Stateless
@RolesAllowed({Role.Names.SECRECY_OFFICER, Role.Names.SUPERVISOR, Role.Names.AUDITOR})
public class Rulings {

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Inject
    CurrentActor currentActor;

    /**
     * The rulings on a record, latest first; none for records of other departments, except for the auditor.
     */
    @SuppressWarnings("unchecked")
    public List<Ruling> on(String recordNo) {
        Actor actor = currentActor.get();
        List<Object[]> rows = em.createNativeQuery("SELECT scope, ground, legal_basis, reason FROM secrecy_ruling"
                        + " WHERE record_no = ?1 AND (?2 OR organisation_id = ?3) ORDER BY id DESC")
                .setParameter(1, recordNo)
                .setParameter(2, actor.has(Role.AUDITOR))
                .setParameter(3, actor.organisationId())
                .getResultList();
        return rows.stream()
                .map(row -> new Ruling(
                        DisclosureScope.valueOf((String) row[0]), (String) row[1], (String) row[2], (String) row[3]))
                .toList();
    }
}
