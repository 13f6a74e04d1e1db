package org.chengxin.subject.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.subject.control.FactWriter;

/** Takes what sources say about subjects, as the steps of processes find it: in sets, inside their transaction. */
@ApplicationScoped
public class SubjectFacts {

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Inject
    ApplicationClock clock;

    /** Each source's latest word about each attribute; where sources differ, a conflict is noted. */
    public void state(List<SubjectFact> facts) {
        try {
            new FactWriter(em.unwrap(Connection.class), clock.instant()).write(facts);
        } catch (SQLException e) {
            throw new IllegalStateException("what sources say about subjects could not be kept", e);
        }
    }
}
