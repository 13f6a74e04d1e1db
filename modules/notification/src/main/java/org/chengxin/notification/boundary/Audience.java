package org.chengxin.notification.boundary;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.chengxin.kernel.Role;

/**
 * Whom something concerns. Who that is, is looked up when notices are made, and once more when a mail is sent: nobody
 * hears of an organisation's matters after having left it.
 *
 * @param organisationId of the organisation whose matter it is
 * @param roles names of roles: the accounts of the organisation that have one of them
 * @param person user name of who hears of it alone, as long as that account is open, of the organisation and in one of
 *     the roles; null for everybody in the roles
 */
public record Audience(Long organisationId, List<String> roles, String person) {

    public Audience {
        Objects.requireNonNull(organisationId, "organisationId");
        roles = List.copyOf(roles);
    }

    /** Everybody of an organisation who has one of the roles. */
    public static Audience of(Long organisationId, Role... roles) {
        return new Audience(organisationId, Stream.of(roles).map(Enum::name).toList(), null);
    }

    /** One person; if that account is closed, or no longer of this role there, everybody in the role. */
    public static Audience personOr(Long organisationId, String username, Role otherwise) {
        return new Audience(organisationId, List.of(otherwise.name()), username);
    }

    /** One person of an organisation and nobody else. */
    public static Audience person(Long organisationId, String username) {
        return new Audience(organisationId, List.of(), Objects.requireNonNull(username, "username"));
    }
}
