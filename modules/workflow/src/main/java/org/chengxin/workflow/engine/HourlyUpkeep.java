package org.chengxin.workflow.engine;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.organisation.boundary.CalendarChanged;
import org.chengxin.workflow.control.CheckRun;
import org.chengxin.workflow.control.CountedDeadlines;

/**
 * What has to be looked after again and again, soon after each start and every hour, on the container's threads and not
 * as a job of the engine: what checks the engine must not need it.
 */
@ApplicationScoped
public class HourlyUpkeep {

    private static final Logger LOG = Logger.getLogger(HourlyUpkeep.class.getName());

    /** A server that has just started has other things to do first. */
    private static final int FIRST_AFTER_SECONDS = 20;

    private static final int LOOK_EVERY_SECONDS = 60;
    private static final Duration EVERY = Duration.ofHours(1);
    /** A check of another server that is a little younger counts for this one too. */
    private static final Duration SLACK = Duration.ofMinutes(5);

    private static final int MOST_ROUNDS = 1_000;

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    ManagedScheduledExecutorService executor;

    @Inject
    EngineInServer engine;

    @Inject
    CountedDeadlines deadlines;

    @Inject
    CheckRun check;

    @Inject
    ApplicationClock clock;

    private Future<?> hourly;
    /** When the next check is due; null before the first. */
    private volatile Instant next;

    void start(@Observes Startup event) {
        hourly = executor.scheduleWithFixedDelay(this::look, FIRST_AFTER_SECONDS, LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
    }

    void stop(@Observes Shutdown event) {
        if (hourly != null) {
            hourly.cancel(false);
        }
    }

    /** A year's calendar came or changed. Should the server end before this is done, its next start does it. */
    void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) CalendarChanged change) {
        executor.execute(this::recount);
    }

    private void recount() {
        try {
            int moved = deadlines.recount();
            if (moved > 0) {
                LOG.info(() -> moved + " tasks have another deadline by the calendars that count now");
            }
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "The deadlines could not be counted again; the hourly check tries it too", failed);
        }
    }

    /** Several servers check once between them. What fails is done again in an hour: an exception would end the schedule. */
    private void look() {
        try {
            Instant now = clock.instant();
            if (!engine.ready() || next != null && now.isBefore(next)) {
                return;
            }
            Instant unlessSince = next == null ? null : now.minus(EVERY).plus(SLACK);
            next = now.plus(EVERY);
            CheckRun.Outcome outcome = check.run(unlessSince);
            for (int round = 1; outcome == CheckRun.Outcome.MORE_TO_REPAIR && round < MOST_ROUNDS; round++) {
                outcome = check.run(null);
            }
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "It could not be checked whether anything is stuck", failed);
        }
    }
}
