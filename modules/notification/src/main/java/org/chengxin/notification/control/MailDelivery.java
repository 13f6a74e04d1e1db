package org.chengxin.notification.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.chengxin.kernel.Outage;

/**
 * Hands mails over every few seconds, on a schedule of its own: a server for mail that does not answer holds up mails and
 * nothing else.
 */
@ApplicationScoped
public class MailDelivery {

    private static final Logger LOG = Logger.getLogger(MailDelivery.class.getName());

    private static final int FIRST_AFTER_SECONDS = 6;
    private static final int EVERY_SECONDS = 3;

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    ManagedScheduledExecutorService executor;

    @Inject
    MailSettings settings;

    @Inject
    MailRound round;

    private final Outage outage = new Outage(
            LOG, "Mails cannot be looked for; it is tried again every few seconds", "Mails are looked for again");
    private Future<?> schedule;

    void start(@Observes Startup event) {
        if (settings.isOn()) {
            schedule = executor.scheduleWithFixedDelay(
                    this::deliver, FIRST_AFTER_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
        }
    }

    void stop(@Observes Shutdown event) {
        round.stop();
        if (schedule != null) {
            schedule.cancel(false);
        }
    }

    /** What fails is done again in a moment: an exception would end the schedule. */
    private void deliver() {
        try {
            round.run();
            outage.there();
        } catch (RuntimeException failed) {
            outage.away(failed);
        }
    }
}
