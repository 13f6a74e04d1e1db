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
import org.chengxin.kernel.BusinessRefusal;
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
    private static final int LONGEST_NAME = 100;

    /** What came of an attempt; WRONG for an unknown name as well, so that names cannot be found out. */
    public enum Outcome {
        SUCCESS,
        WRONG,
        LOCKED,
        DISABLED,
        /** The password is right, and serves only to set an own one. */
        ONE_TIME
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
        Attempt attempt = new Attempt(username, channel, address, clock.instant());
        Optional<AppUser> checked = check(attempt, password);
        if (checked.isEmpty()) {
            return new Result(attempt.outcome, Optional.empty());
        }
        AppUser user = checked.get();
        if (user.passwordOneTime()) {
            note(attempt, Outcome.ONE_TIME.name());
            return new Result(Outcome.ONE_TIME, Optional.empty());
        }
        // an API client signs in with every call; its successes are in the access log and not here
        if (!"API".equals(channel)) {
            note(attempt, Outcome.SUCCESS.name());
        }
        return new Result(Outcome.SUCCESS, Optional.of(actor(user)));
    }

    /**
     * The account's own person sets another password, also in place of one that was given once.
     *
     * @param channel where from: CONSOLE or API
     * @param address the client's network address
     * @return SUCCESS when the new one serves; else why the present one did not
     * @throws BusinessRefusal INVALID PASSWORD_WEAK, PASSWORD_SAME
     */
    public Outcome changePassword(String username, String present, String next, String channel, String address) {
        Attempt attempt = new Attempt(username, channel, address, clock.instant());
        Optional<AppUser> checked = check(attempt, present);
        if (checked.isEmpty()) {
            return attempt.outcome;
        }
        if (present.equals(next)) {
            throw BusinessRefusal.invalid("PASSWORD_SAME");
        }
        if (!Passwords.isStrong(next, username)) {
            throw BusinessRefusal.invalid("PASSWORD_WEAK");
        }
        checked.get().choosePassword(passwords.hashOf(next));
        note(attempt, "PASSWORD_CHANGED");
        return Outcome.SUCCESS;
    }

    /** One attempt, and what came of it. */
    private static final class Attempt {

        private final String username;
        private final String channel;
        private final String address;
        private final Instant at;
        private Outcome outcome = Outcome.SUCCESS;

        Attempt(String username, String channel, String address, Instant at) {
            this.username = username;
            this.channel = channel;
            this.address = address;
            this.at = at;
        }
    }

    /** The account, if name and password are right and it is open; else the attempt knows why not. */
    private Optional<AppUser> check(Attempt attempt, String password) {
        if (tooManyFrom(attempt.address, attempt.at)) {
            return refused(attempt, Outcome.LOCKED);
        }
        Optional<AppUser> found = user(attempt.username);
        if (found.isEmpty()) {
            passwords.pretend(password);
            return refused(attempt, Outcome.WRONG);
        }
        AppUser user = found.get();
        if (user.lockedAt(attempt.at)) {
            return refused(attempt, Outcome.LOCKED);
        }
        if (user.passwordExpiredAt(attempt.at) || user.passwordHash().isEmpty()) {
            passwords.pretend(password);
            return refused(attempt, Outcome.WRONG);
        }
        if (!passwords.verify(password, user.passwordHash())) {
            user.failed(attempt.at);
            return refused(attempt, Outcome.WRONG);
        }
        if (!user.enabled()) {
            return refused(attempt, Outcome.DISABLED);
        }
        user.succeeded();
        return found;
    }

    private Optional<AppUser> refused(Attempt attempt, Outcome outcome) {
        attempt.outcome = outcome;
        note(attempt, outcome.name());
        return Optional.empty();
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

    private void note(Attempt attempt, String outcome) {
        String name = attempt.username;
        em.createNativeQuery("INSERT INTO sign_in_event (occurred_at, username, address, channel, outcome)"
                        + " VALUES (?1, ?2, ?3, ?4, ?5)")
                .setParameter(1, attempt.at.atOffset(ZoneOffset.UTC))
                .setParameter(2, name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name)
                .setParameter(3, attempt.address)
                .setParameter(4, attempt.channel)
                .setParameter(5, outcome)
                .executeUpdate();
    }
}
