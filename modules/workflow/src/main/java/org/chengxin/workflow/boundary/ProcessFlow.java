package org.chengxin.workflow.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.Role;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.organisation.boundary.CurrentActor;
import org.chengxin.organisation.boundary.OrganisationSummary;
import org.chengxin.organisation.boundary.Organisations;
import org.chengxin.workflow.control.FlowReading;

/**
 * Where work stands and how long each step takes, for those who answer for it: a supervisor sees the own organisation,
 * the credit centre, auditors and administrators all of them. Figures only, and no record by name.
 */
@Stateless
@RolesAllowed({Role.Names.SUPERVISOR, Role.Names.CENTRE, Role.Names.AUDITOR, Role.Names.ADMIN})
public class ProcessFlow {

    private static final int MOST_DAYS = 366;

    @Resource(lookup = "jdbc/chengxin")
    DataSource registry;

    @Inject
    CurrentActor currentActor;

    @Inject
    Organisations organisations;

    @Inject
    ApplicationClock clock;

    /**
     * The elements of a process where something stands or that something went through, in no order.
     *
     * @throws BusinessRefusal NOT_FOUND PROCESS_UNKNOWN; NOT_FOUND ORGANISATION_UNKNOWN, also for one that the caller
     *     does not oversee; INVALID DAYS_INVALID
     */
    public List<StepFigures> figures(FlowQuery query) {
        if (!ProcessDiagrams.PROCESSES.contains(query.process())) {
            throw BusinessRefusal.notFound("PROCESS_UNKNOWN", query.process());
        }
        if (query.days() < 1 || query.days() > MOST_DAYS) {
            throw BusinessRefusal.invalid("DAYS_INVALID", "days");
        }
        Long organisation = organisation(query.organisation());
        try (Connection connection = registry.getConnection()) {
            return new FlowReading(connection, clock).read(query, organisation);
        } catch (SQLException e) {
            throw new IllegalStateException("the work in progress could not be read", e);
        }
    }

    /** The organisations among which the caller may choose; one where there is no choice. */
    public List<OrganisationSummary> overseen() {
        Actor actor = currentActor.get();
        return overseesAll(actor) ? organisations.all() : List.of(organisations.get(actor.organisationId()));
    }

    /** @return null for all */
    private Long organisation(String code) {
        Actor actor = currentActor.get();
        if (code == null && overseesAll(actor)) {
            return null;
        }
        if (code == null) {
            return actor.organisationId();
        }
        return organisations
                .byCode(code)
                .map(OrganisationSummary::id)
                .filter(id -> overseesAll(actor) || id.equals(actor.organisationId()))
                .orElseThrow(() -> BusinessRefusal.notFound("ORGANISATION_UNKNOWN", code));
    }

    private static boolean overseesAll(Actor actor) {
        return actor.has(Role.CENTRE) || actor.has(Role.AUDITOR) || actor.has(Role.ADMIN);
    }
}
