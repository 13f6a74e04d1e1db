package org.chengxin.organisation.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.organisation.control.Passwords;
import org.chengxin.organisation.entity.AppUser;
import org.chengxin.organisation.entity.Organisation;

/**
 * Who somebody is. Every attempt leaves a row; an account rests after five wrong passwords in a row, an address after
 * thirty in ten minutes, whatever accounts it tried.
 */
@Stateless
@PermitAll
public class SignIn {

    static final int FAILURES_PER_ADDRESS = 30;
    static final Duration WINDOW = Duration.ofMinutes(10);

    /** What came of an attempt; WRONG for an unknown name as well, so that names cannot be found out. */
    public enum Outcome {
        SUCCESS,
        WRONG,
        LOCKED,
        DISABLED
    }

    /**
     * @param outcome what came of it
     * @param actor who signed in; present exactly when the outcome is SUCCESS
     */
    public record Result(Outcome outcome, Optional<Actor> actor) {}

    /** An account of the demonstration, for the list on the sign-in page. */
    public record DemonstrationAccount(String username, String displayName, String organisation) {}

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Inject
    Passwords passwords;

    @Inject
    ApplicationClock clock;

    /**
     * Checks name and password.
     *
     * @param channel where from: CONSOLE or API
     * @param address the client's network address
     */
    public Result signIn(String username, String password, String channel, String address) {
        Instant now = clock.instant();
        if (tooManyFrom(address, now)) {
            return attempt(username, channel, address, now, Outcome.LOCKED, Optional.empty());
        }
        Optional<AppUser> found = user(username);
        if (found.isEmpty()) {
            passwords.pretend(password);
            return attempt(username, channel, address, now, Outcome.WRONG, Optional.empty());
        }
        AppUser user = found.get();
        if (user.lockedAt(now)) {
            return attempt(username, channel, address, now, Outcome.LOCKED, Optional.empty());
        }
        if (!passwords.verify(password, user.passwordHash())) {
            user.failed(now);
            return attempt(username, channel, address, now, Outcome.WRONG, Optional.empty());
        }
        if (!user.enabled()) {
            return attempt(username, channel, address, now, Outcome.DISABLED, Optional.empty());
        }
        user.succeeded();
        Result result = new Result(Outcome.SUCCESS, Optional.of(actor(user)));
        // an API client signs in with every call; its successes are in the access log and not here
        return "API".equals(channel)
                ? result
                : attempt(username, channel, address, now, Outcome.SUCCESS, result.actor());
    }

    /** The actor behind a name that the container has authenticated; empty when the account is gone or disabled. */
    public Optional<Actor> actor(String username) {
        return user(username).filter(AppUser::enabled).map(this::actor);
    }

    /** The accounts that the demonstration shows on the sign-in page; none exist elsewhere. */
    public List<DemonstrationAccount> demonstrationAccounts() {
        return em.createNamedQuery("AppUser.demonstration", AppUser.class)
                .getResultStream()
                .map(user -> new DemonstrationAccount(
                        user.username(),
                        user.displayName(),
                        em.find(Organisation.class, user.organisationId()).shortName()))
                .toList();
    }

    private Optional<AppUser> user(String username) {
        return em.createNamedQuery("AppUser.byUsername", AppUser.class)
                .setParameter("username", username)
                .getResultStream()
                .findFirst();
    }

    private Actor actor(AppUser user) {
        Organisation organisation = em.find(Organisation.class, user.organisationId());
        return new Actor(
                user.id(),
                user.username(),
                user.displayName(),
                organisation.id(),
                organisation.code(),
                organisation.name(),
                user.roles());
    }

    private boolean tooManyFrom(String address, Instant now) {
        Number failures = (Number) em.createNativeQuery("SELECT count(*) FROM sign_in_event"
                        + " WHERE address = ?1 AND occurred_at > ?2 AND outcome IN ('WRONG', 'LOCKED')")
                .setParameter(1, address)
                .setParameter(2, now.minus(WINDOW).atOffset(ZoneOffset.UTC))
                .getSingleResult();
        return failures.intValue() >= FAILURES_PER_ADDRESS;
    }

    private Result attempt(
            String username, String channel, String address, Instant now, Outcome outcome, Optional<Actor> actor) {
        em.createNativeQuery("INSERT INTO sign_in_event (occurred_at, username, address, channel, outcome)"
                        + " VALUES (?1, ?2, ?3, ?4, ?5)")
                .setParameter(1, now.atOffset(ZoneOffset.UTC))
                .setParameter(2, username.length() > 100 ? username.substring(0, 100) : username)
                .setParameter(3, address)
                .setParameter(4, channel)
                .setParameter(5, outcome.name())
                .executeUpdate();
        return new Result(outcome, actor);
    }
}
