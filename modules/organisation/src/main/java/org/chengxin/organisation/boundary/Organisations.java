package org.chengxin.organisation.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.chengxin.organisation.entity.Organisation;

/** The register of organisations, readable by every module. */
@Stateless
@PermitAll
public class Organisations {

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    /**
     * @throws IllegalArgumentException if there is none with this key: keys come from our own tables
     */
    public OrganisationSummary get(Long id) {
        Organisation organisation = em.find(Organisation.class, id);
        if (organisation == null) {
            throw new IllegalArgumentException("no organisation " + id);
        }
        return summary(organisation);
    }

    public Optional<OrganisationSummary> byCode(String code) {
        return em.createNamedQuery("Organisation.byCode", Organisation.class)
                .setParameter("code", code)
                .getResultStream()
                .map(Organisations::summary)
                .findFirst();
    }

    public List<OrganisationSummary> all() {
        return em.createNamedQuery("Organisation.all", Organisation.class)
                .getResultStream()
                .map(Organisations::summary)
                .toList();
    }

    static OrganisationSummary summary(Organisation o) {
        return new OrganisationSummary(
                o.id(),
                o.code(),
                o.name(),
                o.shortName(),
                o.nameEn(),
                o.kind(),
                o.level(),
                o.divisionCode(),
                o.parentId(),
                o.regime());
    }
}
