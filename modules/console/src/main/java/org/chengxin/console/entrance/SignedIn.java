package org.chengxin.console.entrance;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.Role;

/**
 * What the session keeps of somebody who signed in; names only, so that it survives a change of node and of version.
 *
 * @param username the sign-in name
 * @param groups the names of the roles held at sign-in, which the container checks boundaries against
 */
public record SignedIn(String username, Set<String> groups) implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String ATTRIBUTE = SignedIn.class.getName();

    public SignedIn {
        groups = new TreeSet<>(groups);
    }

    /** Of an actor whose password was right. */
    static SignedIn of(Actor actor) {
        return new SignedIn(
                actor.username(), actor.roles().stream().map(Enum::name).collect(Collectors.toSet()));
    }

    /** Whether the console is for this actor: enterprises and systems have their own doors. */
    static boolean welcome(Actor actor) {
        return actor.roles().stream().anyMatch(role -> role != Role.ENTERPRISE && role != Role.SUPPLIER_SYSTEM);
    }

    /** Who signed in in the session of this request. */
    static Optional<SignedIn> in(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? Optional.empty() : Optional.ofNullable((SignedIn) session.getAttribute(ATTRIBUTE));
    }

    /** Begins a session of its own: nothing of an earlier one goes on in it, its id least of all. */
    void begin(HttpServletRequest request) {
        HttpSession earlier = request.getSession(false);
        if (earlier != null) {
            earlier.invalidate();
        }
        HttpSession session = request.getSession(true);
        if (session.getId().equals(request.getRequestedSessionId())) {
            // a container may take up the id that the browser came with, which somebody else may have planted there
            request.changeSessionId();
        }
        session.setAttribute(ATTRIBUTE, this);
    }
}
