package org.chengxin.organisation.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chengxin.kernel.Role;
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

    /** Somebody who works there. */
    public record Member(String username, String displayName) {}

    /** Who may work there in one of these roles, by account; accounts that are closed are left out. One statement. */
    @SuppressWarnings("unchecked")
    public List<Member> members(Long organisationId, Set<Role> roles) {
        List<Object[]> rows = em.createNativeQuery("SELECT u.username, u.display_name FROM app_user u"
                        + " WHERE u.organisation_id = ?1 AND u.enabled AND EXISTS (SELECT FROM user_role r"
                        + " WHERE r.user_id = u.id AND r.role = ANY (string_to_array(?2, ','))) ORDER BY u.username")
                .setParameter(1, organisationId)
                .setParameter(2, roles.stream().map(Role::name).collect(Collectors.joining(",")))
                .getResultList();
        return rows.stream()
                .map(row -> new Member((String) row[0], (String) row[1]))
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
