package org.chengxin.subject.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.code.SubjectCode;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.subject.control.SubjectFinder;
import org.chengxin.subject.control.SubjectReader;
import org.chengxin.subject.control.SubjectWriter;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The register of subjects, as the steps of processes use it: always in sets. */
@ApplicationScoped
public class SubjectRegister {

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Inject
    ApplicationClock clock;

    @Inject
    @ConfigProperty(name = "chengxin.region", defaultValue = "3205")
    String region;

    /** One answer for each query, in their order. */
    public List<SubjectMatch> match(List<SubjectQuery> queries) {
        try {
            return new SubjectFinder(connection()).match(queries);
        } catch (SQLException e) {
            throw new IllegalStateException("subjects could not be matched", e);
        }
    }

    /** Subjects arise from registration lots on approval; the key of each, in the order of the registrations. */
    public List<Long> register(List<Registration> registrations) {
        try {
            return new SubjectWriter(connection(), region, clock.instant()).register(registrations);
        } catch (SQLException e) {
            throw new IllegalStateException("subjects could not be registered", e);
        }
    }

    /** Subjects by key, with names and codes. */
    public Map<Long, SubjectView> views(Collection<Long> ids) {
        try {
            return SubjectReader.views(connection(), ids);
        } catch (SQLException e) {
            throw new IllegalStateException("subjects could not be read", e);
        }
    }

    /** The key of the subject with this public id. */
    public Optional<Long> idOf(String publicId) {
        return em.createQuery("SELECT s.id FROM Subject s WHERE s.publicId = :publicId", Long.class)
                .setParameter("publicId", publicId)
                .getResultStream()
                .findFirst();
    }

    /**
     * Opens a provisional subject for rows whose subject nobody has registered; asked again for the same, it answers
     * with the one that is there.
     *
     * @param codes as the rows give them; may be empty
     * @return its key
     */
    public Long openProvisional(String name, List<SubjectCode.Classified> codes, Actor actor) {
        SubjectMatch known = match(List.of(new SubjectQuery(codes, name))).get(0);
        if (known.found()) {
            return known.subjectId();
        }
        Long id = register(List.of(new Registration(codes, name, List.of(), null, null, false)))
                .get(0);
        em.createQuery("UPDATE Subject s SET s.provisional = true WHERE s.id = :id")
                .setParameter("id", id)
                .executeUpdate();
        return id;
    }

    private Connection connection() {
        return em.unwrap(Connection.class);
    }
}
