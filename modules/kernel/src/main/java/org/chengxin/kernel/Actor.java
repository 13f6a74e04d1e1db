package org.chengxin.kernel;

import java.util.Objects;
import java.util.Set;

/**
 * Who did it: a signed-in person or system, or a process that acts by itself. Every event names one.
 *
 * @param userId           the user's key, null when a process acts
 * @param username         the sign-in name, or the name of the process
 * @param displayName      what people read
 * @param organisationId   the key of the organisation acted for, null when a process acts
 * @param organisationCode the short code of that organisation such as {@code env}, null when a process acts
 * @param organisationName the name of that organisation, null when a process acts
 * @param roles            the roles held, never null; empty when a process acts
 */
public record Actor(
        Long userId,
        String username,
        String displayName,
        Long organisationId,
        String organisationCode,
        String organisationName,
        Set<Role> roles) {

    public Actor {
        Objects.requireNonNull(username, "username");
        roles = roles == null ? Set.of() : Set.copyOf(roles);
    }

    /**
     * A process acting by itself, such as {@code period-end}. It has no user, no organisation and no role: whatever
     * needs a supplying organisation behind it cannot be done in its name.
     */
    public static Actor process(String processName) {
        return new Actor(null, processName, processName, null, null, null, Set.of());
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** True for a signed-in user (a person or a supplier's system account), false for a process. */
    public boolean isPerson() {
        return userId != null;
    }

    /** True if this actor acts for the organisation with this key; never true for a process. */
    public boolean actsFor(Long organisation) {
        return organisationId != null && organisationId.equals(organisation);
    }
}
