package org.chengxin.record.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.Role;
import org.chengxin.organisation.boundary.AccessLog;
import org.chengxin.organisation.boundary.CurrentActor;
import org.chengxin.record.control.ReadingRights;
import org.chengxin.record.control.RecordLedger;
import org.chengxin.record.control.SourceReading;
import org.chengxin.record.entity.CreditRecord;

/**
 * Where sources differ about the subject of a record (F13), for who decides about the record: what other departments say in
 * records that this official may read, beside what the record itself says.
 */
@Stateless
@RolesAllowed({Role.Names.CLERK, Role.Names.REVIEWER, Role.Names.SUPERVISOR, Role.Names.SECRECY_OFFICER})
public class RecordSources {

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Inject
    RecordLedger ledger;

    @Inject
    CurrentActor currentActor;

    @Inject
    AccessLog accessLog;

    /**
     * What is said differently, by attribute; nothing of a natural person. One statement.
     *
     * @throws BusinessRefusal NOT_FOUND RECORD_UNKNOWN, also for records the caller may not know of
     */
    public List<SourceClaim> differing(String recordNo) {
        Actor actor = currentActor.get();
        CreditRecord record = new ReadingRights(actor).known(recordNo, ledger);
        try {
            List<SourceClaim> claims =
                    new SourceReading(em.unwrap(Connection.class)).differing(record, actor.organisationId());
            if (!claims.isEmpty()) {
                accessLog.viewed(actor, "SUBJECT_SOURCES", recordNo);
            }
            return claims;
        } catch (SQLException e) {
            throw new IllegalStateException("what sources say could not be read", e);
        }
    }
}
