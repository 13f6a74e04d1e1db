package org.chengxin.intake.control;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.chengxin.kernel.time.ApplicationClock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Drafts that nobody touched for their time, of everybody. Several servers may forget them at once. */
@Stateless
@PermitAll
public class OldDrafts {

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Inject
    ApplicationClock clock;

    @Inject
    @ConfigProperty(name = "chengxin.draft.days", defaultValue = "30")
    int days;

    /** Forgets them; how many there were. */
    public int forget() {
        try {
            return DraftStore.forget(
                    em.unwrap(Connection.class), clock.instant().minus(Duration.ofDays(days)));
        } catch (SQLException e) {
            throw new IllegalStateException("old drafts could not be forgotten", e);
        }
    }
}
