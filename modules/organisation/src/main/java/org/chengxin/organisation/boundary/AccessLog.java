package org.chengxin.organisation.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.ZoneOffset;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.time.ApplicationClock;

/** Who looked at what that is not public. The application's role can only add to it. */
@ApplicationScoped
public class AccessLog {

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Inject
    ApplicationClock clock;

    /** Notes a look, in the caller's transaction: without the note there is no look. */
    public void viewed(Actor actor, String objectKind, String objectId) {
        em.createNativeQuery("INSERT INTO access_log (occurred_at, actor, organisation_id, action, object_kind,"
                        + " object_id) VALUES (?1, ?2, ?3, 'VIEW', ?4, ?5)")
                .setParameter(1, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(2, actor.username())
                .setParameter(3, actor.organisationId())
                .setParameter(4, objectKind)
                .setParameter(5, objectId)
                .executeUpdate();
    }
}
