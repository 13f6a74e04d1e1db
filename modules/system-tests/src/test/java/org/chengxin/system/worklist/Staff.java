package org.chengxin.system.worklist;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.Role;
import org.chengxin.system.TestBed;

/** Three reviewers of a department, their supervisor, a colleague who is no reviewer, and somebody of another house. */
final class Staff {

    static final List<String> REVIEWERS = List.of("anna", "bo", "chen");
    static final String SUPERVISOR = "sun";
    static final String CLERK = "emil";

    /** A reviewer and supervisor, of another department. */
    static final String STRANGER = "dora";

    static final List<String> ALL = List.of("anna", "bo", "chen", SUPERVISOR, CLERK, STRANGER);

    private final long department;
    private final long other;
    private volatile String closed;

    Staff(TestBed bed) throws SQLException {
        department = bed.number("SELECT id FROM registry.organisation WHERE code = 'env'");
        other = bed.number("SELECT id FROM registry.organisation WHERE code = 'tax'");
        bed.run(
                "INSERT INTO registry.app_user (id, username, display_name, organisation_id, password_hash)"
                        + " SELECT nextval('registry.app_user_seq'), name, name, " + department + ", ''"
                        + " FROM unnest(ARRAY['anna', 'bo', 'chen']) name",
                "INSERT INTO registry.user_role (user_id, role) SELECT id, 'REVIEWER' FROM registry.app_user"
                        + " WHERE password_hash = ''");
    }

    long department() {
        return department;
    }

    Actor actor(String name) {
        Set<Role> roles =
                switch (name) {
                    case SUPERVISOR -> Set.of(Role.SUPERVISOR);
                    case CLERK -> Set.of(Role.CLERK);
                    case STRANGER -> Set.of(Role.REVIEWER, Role.SUPERVISOR);
                    default -> Set.of(Role.REVIEWER);
                };
        long organisation = name.equals(STRANGER) ? other : department;
        return new Actor((long) name.hashCode(), name, name, organisation, "o", "o", roles);
    }

    /** An account as it is by now; empty while it is closed. */
    Optional<Actor> account(String name) {
        return ALL.contains(name) && !name.equals(closed) ? Optional.of(actor(name)) : Optional.empty();
    }

    /** Closes an account and opens the one that was closed before; null closes none. */
    void close(String name) {
        closed = name;
    }
}
