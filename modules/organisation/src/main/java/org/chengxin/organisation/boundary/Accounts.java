package org.chengxin.organisation.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.Role;
import org.chengxin.kernel.sql.KeyTaken;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.organisation.boundary.AdministrationLog.ObjectKind;
import org.chengxin.organisation.control.Passwords;
import org.chengxin.organisation.entity.AppUser;
import org.chengxin.organisation.entity.Organisation;
import org.chengxin.organisation.entity.Organisation.Kind;

/** The administrator opens and closes accounts and says what they may be (C11, F23). */
@Stateless
@RolesAllowed(Role.Names.ADMIN)
public class Accounts {

    /** How long a password that somebody else gave serves. */
    static final Duration ONE_TIME = Duration.ofDays(7);

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,99}");
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_EMAIL = 254;
    /** One plain address: no name beside it, nothing quoted, and no line break, since it goes into the head of a mail. */
    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+");

    /** Roles that only the organisations of one kind have. */
    private static final Map<Role, Kind> ONLY_IN = Map.of(
            Role.CENTRE, Kind.CENTRE,
            Role.WINDOW, Kind.CENTRE,
            Role.SECRECY_AUTHORITY, Kind.SECRECY_AUTHORITY);

    /** Who watches or gives rights does nothing else (G12). */
    private static final Set<Role> ALONE = EnumSet.of(Role.ADMIN, Role.AUDITOR);

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Inject
    Passwords passwords;

    @Inject
    CurrentActor currentActor;

    @Inject
    AdministrationLog log;

    @Inject
    ApplicationClock clock;

    /**
     * Accounts by their names.
     *
     * @param after the name of the last one of the page before; null for the beginning
     */
    public List<AccountFile> page(String after, int limit) {
        return em.createNamedQuery("AppUser.page", AppUser.class)
                .setParameter("after", after == null ? "" : after)
                .setMaxResults(limit)
                .getResultStream()
                .map(this::file)
                .toList();
    }

    /**
     * An account.
     *
     * @throws BusinessRefusal NOT_FOUND ACCOUNT_UNKNOWN
     */
    public AccountFile get(String username) {
        return file(find(username).orElseThrow(() -> BusinessRefusal.notFound("ACCOUNT_UNKNOWN", username)));
    }

    /**
     * Puts an account, a new one or in place of what is said about the present one.
     *
     * @param tag of the account as the administrator saw it; null to put whatever there is now
     * @throws BusinessRefusal INVALID REQUIRED, PARAMETER_INVALID with the member, ROLES_INCOMPATIBLE, PASSWORD_WEAK;
     *     FORBIDDEN OWN_ACCOUNT; CONFLICT CONCURRENT_CHANGE; GONE_STALE STALE
     */
    public AccountFile put(String username, AccountDraft draft, String tag) {
        if (!USERNAME.matcher(username).matches()) {
            throw BusinessRefusal.invalid("PARAMETER_INVALID", "username", username);
        }
        if (username.equals(currentActor.get().username())) {
            // nobody gives rights to themselves, nor locks the last administrator out
            throw BusinessRefusal.forbidden("OWN_ACCOUNT");
        }
        String shown = name(draft.displayName());
        Organisation organisation = organisation(draft.organisation());
        EnumSet<Role> roles = roles(draft.roles(), organisation);
        AppUser user = find(username).orElse(null);
        if (tag != null && !tag.equals(user == null ? AdministrationLog.NEW : tag(user))) {
            throw BusinessRefusal.stale("STALE");
        }
        boolean isNew = user == null;
        if (isNew) {
            user = new AppUser(username);
        } else {
            em.lock(user, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        }
        user.assign(shown, organisation.id(), roles, draft.enabled() == null || draft.enabled());
        if (draft.email() != null) {
            user.reachAt(email(draft.email().strip()));
        }
        if (isNew && draft.oneTimePassword() == null) {
            throw BusinessRefusal.invalid("REQUIRED", "oneTimePassword");
        }
        if (draft.oneTimePassword() != null) {
            if (!Passwords.isStrong(draft.oneTimePassword(), username)) {
                throw BusinessRefusal.invalid("PASSWORD_WEAK");
            }
            user.giveOneTimePassword(
                    passwords.hashOf(draft.oneTimePassword()), clock.instant().plus(ONE_TIME));
        }
        if (isNew) {
            em.persist(user);
        }
        try {
            em.flush();
        } catch (PersistenceException failure) {
            throw KeyTaken.or(failure);
        }
        JsonArrayBuilder named = Json.createArrayBuilder();
        roles.forEach(role -> named.add(role.name()));
        log.add(
                isNew ? "CREATE" : "CHANGE",
                ObjectKind.ACCOUNT,
                username,
                Json.createObjectBuilder()
                        .add("organisation", organisation.code())
                        .add("roles", named)
                        .add("enabled", user.enabled())
                        .add("reachedByMail", user.email() != null)
                        .add("passwordGiven", draft.oneTimePassword() != null)
                        .build());
        return file(user);
    }

    private static String name(String displayName) {
        if (displayName == null || displayName.isBlank()) {
            throw BusinessRefusal.invalid("REQUIRED", "displayName");
        }
        if (displayName.length() > LONGEST_NAME) {
            throw BusinessRefusal.invalid("TOO_LONG", "displayName");
        }
        return displayName.strip();
    }

    private static String email(String address) {
        if (address.isEmpty()) {
            return null;
        }
        if (address.length() > LONGEST_EMAIL || !EMAIL.matcher(address).matches()) {
            throw BusinessRefusal.invalid("PARAMETER_INVALID", "email", address);
        }
        return address;
    }

    private Organisation organisation(String code) {
        if (code == null || code.isBlank()) {
            throw BusinessRefusal.invalid("REQUIRED", "organisation");
        }
        return em.createNamedQuery("Organisation.byCode", Organisation.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> BusinessRefusal.invalid("PARAMETER_INVALID", "organisation", code));
    }

    private static EnumSet<Role> roles(Set<String> names, Organisation organisation) {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : names == null ? Set.<String>of() : names) {
            Role role;
            try {
                role = Role.valueOf(name);
            } catch (IllegalArgumentException | NullPointerException unknown) {
                throw BusinessRefusal.invalid("PARAMETER_INVALID", "roles", name);
            }
            Kind only = ONLY_IN.get(role);
            // an enterprise's account is bound to its code when it is opened, and not by hand
            if (role == Role.ENTERPRISE || only != null && only != organisation.kind()) {
                throw BusinessRefusal.invalid("PARAMETER_INVALID", "roles", name);
            }
            roles.add(role);
        }
        if (roles.isEmpty()) {
            throw BusinessRefusal.invalid("REQUIRED", "roles");
        }
        if (roles.size() > 1 && roles.stream().anyMatch(ALONE::contains)) {
            throw BusinessRefusal.invalid("ROLES_INCOMPATIBLE");
        }
        return roles;
    }

    private Optional<AppUser> find(String username) {
        return em.createNamedQuery("AppUser.byUsername", AppUser.class)
                .setParameter("username", username)
                .getResultStream()
                .findFirst();
    }

    private AccountFile file(AppUser user) {
        Organisation organisation = em.find(Organisation.class, user.organisationId());
        return new AccountFile(
                user.username(),
                user.displayName(),
                organisation.code(),
                organisation.name(),
                user.roles(),
                user.enabled(),
                user.passwordOneTime(),
                user.email(),
                tag(user));
    }

    private static String tag(AppUser user) {
        return String.valueOf(user.version());
    }
}
