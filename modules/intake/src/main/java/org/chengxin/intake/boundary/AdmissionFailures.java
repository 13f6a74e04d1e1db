package org.chengxin.intake.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import org.chengxin.intake.control.AdmissionTrouble;
import org.chengxin.intake.entity.LotPart;
import org.chengxin.intake.entity.Submission;

/**
 * Notes that a chunk of a lot failed, in a transaction of its own, since that of the chunk is rolled back. Called by the
 * process, not by people.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class AdmissionFailures {

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    /**
     * The next try of this part takes fewer rows, or leaves out the row that failed alone.
     *
     * @param cause in one line, without content of records
     */
    public void note(String lotNo, LotPart part, String cause) {
        // not locked: the chunk that failed holds the lock until it is rolled back
        Submission lot = em.createNamedQuery("Submission.byNo", Submission.class)
                .setParameter("no", lotNo)
                .getSingleResult();
        try {
            new AdmissionTrouble(em.unwrap(Connection.class), part).failed(lot, cause);
        } catch (SQLException e) {
            throw new IllegalStateException("the failure of " + lotNo + " could not be noted", e);
        }
    }
}
