package org.chengxin.notification.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.chengxin.kernel.Outage;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.organisation.boundary.OfficialClock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Delivers on every server, every few seconds, what happened on any of them; handing mails over is {@link MailDelivery}'s. Nothing is lost with a server: all that is to
 * be done stands in the database.
 */
@ApplicationScoped
public class NoticeDelivery {

    private static final Logger LOG = Logger.getLogger(NoticeDelivery.class.getName());

    private static final int FIRST_AFTER_SECONDS = 5;
    private static final int EVERY_SECONDS = 3;
    private static final Duration CLEAN_EVERY = Duration.ofHours(1);

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    ManagedScheduledExecutorService executor;

    @Inject
    DeliverySteps steps;

    @Inject
    MailSettings mail;

    @Inject
    ApplicationClock clock;

    @Inject
    OfficialClock officialClock;

    @Inject
    @ConfigProperty(name = "chengxin.mail.digest.hour", defaultValue = "9")
    int digestHour;

    @Inject
    @ConfigProperty(name = "chengxin.notices.keep.days", defaultValue = "180")
    int keepDays;

    private final Outage outage = new Outage(
            LOG, "Notices cannot be delivered; it is tried again every few seconds", "Notices are delivered again");
    private Future<?> schedule;
    private Instant cleanAt = Instant.MIN;

    void start(@Observes Startup event) {
        schedule = executor.scheduleWithFixedDelay(this::deliver, FIRST_AFTER_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    void stop(@Observes Shutdown event) {
        if (schedule != null) {
            schedule.cancel(false);
        }
    }

    /** What fails is done again in a moment: an exception would end the schedule. */
    private void deliver() {
        try {
            while (steps.spread(mail.isOn()) == NoticeSpreading.CHUNK) {
                // the next ones
            }
            if (mail.isOn()) {
                Instant now = clock.instant();
                steps.collect(DigestHour.dayDue(now, digestHour, officialClock.calendar()::isWorkingDay));
            }
            clean();
            outage.there();
        } catch (RuntimeException failed) {
            outage.away(failed);
        }
    }

    private void clean() {
        Instant now = clock.instant();
        if (now.isBefore(cleanAt)) {
            return;
        }
        cleanAt = now.plus(CLEAN_EVERY);
        while (steps.removeBefore(now.minus(Duration.ofDays(keepDays)))) {
            // the next ones
        }
    }
}
