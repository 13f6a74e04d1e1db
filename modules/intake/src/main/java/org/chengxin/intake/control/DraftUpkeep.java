package org.chengxin.intake.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Old drafts are forgotten some minutes after each start, and then four times a day. */
@ApplicationScoped
public class DraftUpkeep {

    private static final Logger LOG = Logger.getLogger(DraftUpkeep.class.getName());
    private static final int FIRST_AFTER_MINUTES = 10;
    private static final int EVERY_MINUTES = 360;

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    ManagedScheduledExecutorService executor;

    @Inject
    OldDrafts drafts;

    private Future<?> upkeep;

    void start(@Observes Startup event) {
        upkeep = executor.scheduleWithFixedDelay(this::look, FIRST_AFTER_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
    }

    void stop(@Observes Shutdown event) {
        if (upkeep != null) {
            upkeep.cancel(false);
        }
    }

    /** An exception would end the schedule; what failed is tried again in some hours, and nobody sees old drafts meanwhile. */
    private void look() {
        try {
            int forgotten = drafts.forget();
            if (forgotten > 0) {
                LOG.info(() -> forgotten + " old drafts were forgotten");
            }
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "Old drafts could not be forgotten", failed);
        }
    }
}
