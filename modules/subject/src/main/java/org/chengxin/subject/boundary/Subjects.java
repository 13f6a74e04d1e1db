package org.chengxin.subject.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chengxin.kernel.Role;
import org.chengxin.kernel.code.SubjectCode;
import org.chengxin.subject.control.SubjectFinder;

/** The register of subjects, as officials look somebody up in it: by any code it has or had. */
@Stateless
@RolesAllowed({
    Role.Names.CLERK,
    Role.Names.REVIEWER,
    Role.Names.SUPERVISOR,
    Role.Names.SECRECY_OFFICER,
    Role.Names.CENTRE,
    Role.Names.WINDOW,
    Role.Names.AUDITOR,
    Role.Names.DEPARTMENT_USER
})
public class Subjects {

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Inject
    SubjectRegister register;

    /**
     * The subject with this code: unified, registration, organisation or taxpayer number.
     *
     * @return empty if no subject has it; persons are not found by their number here
     */
    public Optional<SubjectView> byCode(String code) {
        SubjectCode.Classified classified = SubjectCode.classify(code);
        if (!classified.kind().isCode() || classified.isPersonal()) {
            return Optional.empty();
        }
        try {
            Set<Long> found = new SubjectFinder(em.unwrap(Connection.class))
                    .byCodes(List.of(classified.value()))
                    .getOrDefault(classified.value(), Set.of());
            return register.views(found).values().stream().findFirst();
        } catch (SQLException e) {
            throw new IllegalStateException("subjects could not be read", e);
        }
    }
}
