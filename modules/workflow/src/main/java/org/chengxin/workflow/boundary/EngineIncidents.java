package org.chengxin.workflow.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Date;
import java.util.List;
import java.util.logging.Logger;
import org.camunda.bpm.engine.ManagementService;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.Role;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.organisation.boundary.CurrentActor;
import org.chengxin.workflow.control.IncidentReading;

/**
 * Steps that failed as often as they may. Nothing goes on there by itself any more; who operates the system finds the
 * cause, mends it and lets them be tried again.
 */
@Stateless
@RolesAllowed(Role.Names.ADMIN)
public class EngineIncidents {

    private static final Logger LOG = Logger.getLogger(EngineIncidents.class.getName());

    /** How often a step is tried again before it stands as failed once more. */
    private static final int TRIES = 3;

    /** Steps that one call of {@link #retryAll} lets be tried again. */
    private static final int AT_ONCE = 500;

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Inject
    ManagementService management;

    @Inject
    CurrentActor currentActor;

    @Inject
    ApplicationClock clock;

    /**
     * The steps that stand still, the longest standing first.
     *
     * @param after where the page begins, as the page before said; null for the first
     * @param limit clamped to 1 … 200
     * @throws BusinessRefusal INVALID CURSOR_INVALID
     */
    public FailedStepPage list(String after, int limit) {
        return new IncidentReading(em).list(after, Math.max(1, Math.min(200, limit)));
    }

    /** How many steps stand still. */
    public long count() {
        return new IncidentReading(em).count();
    }

    /**
     * Lets one step be tried again at once.
     *
     * @throws BusinessRefusal NOT_FOUND JOB_UNKNOWN if it does not stand still, or not any more
     */
    public void retry(String jobId) {
        if (new IncidentReading(em).standing(jobId).isEmpty()) {
            throw BusinessRefusal.notFound("JOB_UNKNOWN", jobId);
        }
        release(List.of(jobId));
    }

    /** Lets every step be tried again, the {@value #AT_ONCE} longest standing ones of very many; how many those are. */
    public int retryAll() {
        List<String> jobs = new IncidentReading(em).longestStanding(AT_ONCE);
        if (!jobs.isEmpty()) {
            release(jobs);
        }
        return jobs.size();
    }

    private void release(List<String> jobs) {
        management
                .setJobRetries(TRIES)
                .jobIds(jobs)
                .dueDate(Date.from(clock.instant()))
                .execute();
        String who = currentActor.get().username();
        LOG.info(() -> who + " lets " + jobs.size() + " failed steps be tried again");
    }
}
