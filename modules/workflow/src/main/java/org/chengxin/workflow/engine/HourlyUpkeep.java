package org.chengxin.workflow.engine;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.chengxin.organisation.boundary.CalendarChanged;
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

    private static final int EVERY_SECONDS = 3_600;

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    ManagedScheduledExecutorService executor;

    @Inject
    CountedDeadlines deadlines;

    private Future<?> hourly;

    void start(@Observes Startup event) {
        hourly = executor.scheduleWithFixedDelay(this::recount, FIRST_AFTER_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
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

    /** What fails is done again in an hour: an exception would end the schedule. */
    private void recount() {
        try {
            int moved = deadlines.recount();
            if (moved > 0) {
                LOG.info(() -> moved + " tasks have another deadline by the calendars that count now");
            }
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "The deadlines could not be counted again", failed);
        }
    }
}
