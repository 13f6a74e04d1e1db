package org.chengxin.intake.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengxin.intake.control.DraftStore;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.organisation.boundary.CurrentActor;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What whoever is signed in typed and has not sent yet. Each person has the own drafts and no others; no role sees or
 * ends those of somebody else, and no log names what is in them.
 */
@Stateless
@PermitAll
public class Drafts {

    /** So many of a kind one person may have. */
    static final int MOST = 200;

    /** Characters of a draft; a form of the longest fields has less. */
    static final int LONGEST = 400_000;

    private static final int LONGEST_KEY = 100;

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Inject
    ApplicationClock clock;

    @Inject
    CurrentActor currentActor;

    /** Days after which a draft that nobody touched is forgotten. */
    @Inject
    @ConfigProperty(name = "chengxin.draft.days", defaultValue = "30")
    int days;

    /**
     * Keeps what was typed.
     *
     * @param key at most 100 characters
     * @param about the same; what the draft is about never changes
     * @param version of the draft as its page knows it; 0 for a new one
     * @return the version that it has now
     * @throws BusinessRefusal FORBIDDEN NOT_SIGNED_IN; INVALID REQUIRED or TOO_LONG; CONFLICT DRAFTS_TOO_MANY, or
     *     DRAFT_CHANGED when another page saved it meanwhile, or it was sent or given up there
     */
    public int save(Draft.Kind kind, String key, String about, Map<String, String> values, int version) {
        refuse("key", key);
        refuse("about", about);
        Map<String, String> kept = new HashMap<>();
        int length = 0;
        for (Map.Entry<String, String> value : values.entrySet()) {
            if (value.getValue() != null && !value.getValue().isEmpty()) {
                kept.put(value.getKey(), value.getValue().replace("\u0000", ""));
                length += value.getKey().length() + value.getValue().length();
            }
        }
        if (length > LONGEST) {
            throw BusinessRefusal.invalid("TOO_LONG", key);
        }
        try {
            DraftStore store = store();
            if (version == 0 && store.count(kind, oldest()) >= MOST) {
                throw BusinessRefusal.conflict("DRAFTS_TOO_MANY", MOST);
            }
            return store.save(kind, key, about, kept, version, clock.instant())
                    .orElseThrow(() -> BusinessRefusal.conflict("DRAFT_CHANGED"));
        } catch (SQLException e) {
            throw new IllegalStateException("a draft could not be kept", e);
        }
    }

    /** A draft of the caller. */
    public Optional<Draft> find(Draft.Kind kind, String key) {
        try {
            return store().find(kind, key, oldest());
        } catch (SQLException e) {
            throw new IllegalStateException("a draft could not be read", e);
        }
    }

    /** The caller's drafts of a kind, the one touched last first. */
    public List<Draft> list(Draft.Kind kind) {
        try {
            return store().list(kind, oldest(), MOST);
        } catch (SQLException e) {
            throw new IllegalStateException("drafts could not be read", e);
        }
    }

    /** It was sent, or given up. */
    public void drop(Draft.Kind kind, String key) {
        try {
            store().drop(kind, key);
        } catch (SQLException e) {
            throw new IllegalStateException("a draft could not be dropped", e);
        }
    }

    /** How long a draft is kept that nobody touches, in days. */
    public int days() {
        return days;
    }

    private Instant oldest() {
        return clock.instant().minus(Duration.ofDays(days));
    }

    private static void refuse(String name, String text) {
        if (text == null || text.isBlank()) {
            throw BusinessRefusal.invalid("REQUIRED", name);
        }
        if (text.length() > LONGEST_KEY) {
            throw BusinessRefusal.invalid("TOO_LONG", name);
        }
    }

    private DraftStore store() {
        Actor actor = currentActor.get();
        if (!actor.isPerson()) {
            throw BusinessRefusal.forbidden("NOT_SIGNED_IN");
        }
        return new DraftStore(em.unwrap(Connection.class), actor.userId());
    }
}
