package org.chengxin.intake.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import org.chengxin.intake.control.RowAuthorship;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.record.boundary.ContentAuthors;

/** Four eyes over the rows of lots: who put a hand to a row does not decide on the record that came of it. */
@ApplicationScoped
public class RowAuthors implements ContentAuthors {

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Override
    public void refuseDecisionBy(String recordNo, Actor actor) {
        try {
            if (new RowAuthorship(em.unwrap(Connection.class)).of(recordNo, actor.username())) {
                throw BusinessRefusal.forbidden("FOUR_EYES", recordNo);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("who entered " + recordNo + " could not be read", e);
        }
    }
}
