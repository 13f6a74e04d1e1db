package org.chengxin.workflow.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.Role;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.organisation.boundary.CurrentActor;
import org.chengxin.organisation.boundary.Organisations;
import org.chengxin.organisation.boundary.SignIn;
import org.chengxin.workflow.control.StandInBook;

/**
 * Who stands in for whom while somebody is away. The stand-in sees and may decide what the absent one has claimed, as far
 * as it belongs to a group of the stand-in's own: nobody gets a role by standing in, and four eyes stay four eyes.
 */
@Stateless
@RolesAllowed({
    Role.Names.REVIEWER,
    Role.Names.SUPERVISOR,
    Role.Names.SECRECY_OFFICER,
    Role.Names.SECRECY_AUTHORITY,
    Role.Names.COMPETENT_AUTHORITY,
    Role.Names.CENTRE
})
public class StandIns {

    /** Who is away for longer has another person at the desk. */
    static final int LONGEST_DAYS = 366;

    /** Roles that own tasks. */
    private static final Set<Role> OWNERS = Collections.unmodifiableSet(EnumSet.of(
            Role.REVIEWER, Role.SECRECY_OFFICER, Role.SECRECY_AUTHORITY, Role.COMPETENT_AUTHORITY, Role.CENTRE));

    private static final int SHOWN = 100;

    @Resource(lookup = "jdbc/chengxin")
    DataSource registry;

    @Inject
    CurrentActor currentActor;

    @Inject
    ApplicationClock clock;

    @Inject
    SignIn signIn;

    @Inject
    Organisations organisations;

    @Inject
    Event<StandInEntered> entered;

    /** Entries that concern the caller, for a supervisor all of the organisation; the latest to end first. */
    public List<StandIn> list() {
        Actor actor = currentActor.get();
        return book(book -> book.list(actor, actor.has(Role.SUPERVISOR), clock.today(), SHOWN));
    }

    /** Who can be absent or stand in: who owns tasks in the caller's organisation. */
    public List<Organisations.Member> colleagues() {
        Actor actor = currentActor.get();
        return actor.organisationId() == null ? List.of() : organisations.members(actor.organisationId(), OWNERS);
    }

    /**
     * Enters an absence: one's own, or as a supervisor that of somebody of the organisation.
     *
     * @param absent account of who is away; null for the caller
     * @param standIn account of who stands in
     * @param from first day, not before today
     * @param until last day
     * @throws BusinessRefusal FORBIDDEN NOT_YOUR_ABSENCE; INVALID STAND_IN_DAYS, STAND_IN_UNFIT (not of the organisation,
     *     no group in common, or the same person); CONFLICT STAND_IN_THERE when that person has a stand-in on one of these
     *     days
     */
    public void enter(String absent, String standIn, LocalDate from, LocalDate until) {
        Actor actor = currentActor.get();
        String away = absent == null || absent.isBlank() ? actor.username() : absent;
        if (!away.equals(actor.username()) && !actor.has(Role.SUPERVISOR)) {
            throw BusinessRefusal.forbidden("NOT_YOUR_ABSENCE");
        }
        if (from == null
                || until == null
                || from.isBefore(clock.today())
                || until.isBefore(from)
                || until.isAfter(from.plusDays(LONGEST_DAYS))) {
            throw BusinessRefusal.invalid("STAND_IN_DAYS", LONGEST_DAYS);
        }
        Actor who = colleague(actor, away);
        Actor instead = colleague(actor, standIn);
        if (who.username().equals(instead.username()) || Collections.disjoint(owned(who), owned(instead))) {
            throw BusinessRefusal.invalid("STAND_IN_UNFIT", instead.displayName());
        }
        boolean written = book(book -> book.enter(actor, who, instead, from, until, clock.instant()));
        if (!written) {
            throw BusinessRefusal.conflict("STAND_IN_THERE", who.displayName());
        }
        entered.fire(new StandInEntered(instead.username(), who.displayName(), from, until, actor.displayName()));
    }

    /**
     * Ends an entry before its last day: the absent one, or the supervisor.
     *
     * @throws BusinessRefusal NOT_FOUND STAND_IN_UNKNOWN, also for one that is over and for those of others
     */
    public void end(long id) {
        Actor actor = currentActor.get();
        boolean ended = book(book -> book.end(id, actor, actor.has(Role.SUPERVISOR), clock.today(), clock.instant()));
        if (!ended) {
            throw BusinessRefusal.notFound("STAND_IN_UNKNOWN", id);
        }
    }

    private Actor colleague(Actor actor, String username) {
        return signIn.actor(username == null ? "" : username)
                .filter(found -> actor.organisationId() != null && found.actsFor(actor.organisationId()))
                .orElseThrow(() -> BusinessRefusal.invalid("STAND_IN_UNFIT", username));
    }

    private static Set<Role> owned(Actor actor) {
        Set<Role> owned = EnumSet.noneOf(Role.class);
        owned.addAll(actor.roles());
        owned.retainAll(OWNERS);
        return owned;
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask(StandInBook book) throws SQLException;
    }

    private <T> T book(Question<T> question) {
        try (Connection connection = registry.getConnection()) {
            return question.ask(new StandInBook(connection));
        } catch (SQLException e) {
            throw new IllegalStateException("who stands in could not be read or written", e);
        }
    }
}
