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

    private Connection connection() {
        return em.unwrap(Connection.class);
    }
}
