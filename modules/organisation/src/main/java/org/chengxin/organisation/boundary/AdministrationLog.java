package org.chengxin.organisation.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.ZoneOffset;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.time.ApplicationClock;

/**
 * Who changed what of the catalogue, the organisations, the accounts and the calendar (G12). The application's role can only add to
 * it.
 */
@ApplicationScoped
public class AdministrationLog {

    /** The tag of what is not there yet: what is put with it is refused as stale where it has come meanwhile. */
    public static final String NEW = "";

    /** What was changed. */
    public enum ObjectKind {
        ITEM,
        SUPPLIER,
        CODE_TABLE,
        ORGANISATION,
        ACCOUNT,
        CALENDAR
    }

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Inject
    ApplicationClock clock;

    @Inject
    CurrentActor currentActor;

    /**
     * Notes a change by the signed-in actor, in the caller's transaction.
     *
     * @param action such as PUT_VERSION
     * @param details never a password
     */
    public void add(String action, ObjectKind kind, String objectId, JsonObject details) {
        Actor actor = currentActor.get();
        em.createNativeQuery("INSERT INTO administration_event (occurred_at, actor, organisation_id, action,"
                        + " object_kind, object_id, details) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
                .setParameter(1, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(2, actor.username())
                .setParameter(3, actor.organisationId())
                .setParameter(4, action)
                .setParameter(5, kind.name())
                .setParameter(6, objectId)
                .setParameter(7, details.toString())
                .executeUpdate();
    }
}
