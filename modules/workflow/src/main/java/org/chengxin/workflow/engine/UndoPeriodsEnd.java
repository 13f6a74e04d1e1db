package org.chengxin.workflow.engine;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.Outage;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.workflow.control.DueDecisions;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Looks every second for decisions whose time for being undone is over. It knows nothing but what the rows say: what a
 * server left that was killed, its next start or any other server takes up (docs/adr/0019).
 */
@ApplicationScoped
public class UndoPeriodsEnd {

    private static final Logger LOG = Logger.getLogger(UndoPeriodsEnd.class.getName());

    private static final int LOOK_EVERY_SECONDS = 1;
    /** What failed is tried again so much later. */
    private static final Duration REST = Duration.ofMinutes(1);

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    ManagedScheduledExecutorService executor;

    @Inject
    EngineInServer engine;

    @Inject
    DueDecisions decisions;

    @Inject
    ApplicationClock clock;

    @Inject
    @ConfigProperty(name = "chengxin.engine.jobs", defaultValue = "true")
    boolean executesJobs;

    private final Outage outage = new Outage(
            LOG,
            "It cannot be seen which decisions are to take effect; it is tried again every second",
            "It can be seen again which decisions are to take effect");
    private final Map<String, Instant> resting = new HashMap<>();
    private Future<?> looking;

    void start(@Observes Startup event) {
        if (executesJobs) {
            looking = executor.scheduleWithFixedDelay(
                    this::look, LOOK_EVERY_SECONDS, LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
        }
    }

    void stop(@Observes Shutdown event) {
        if (looking != null) {
            looking.cancel(false);
        }
    }

    /** An exception would end the schedule: what fails is looked at again. */
    void look() {
        try {
            if (!engine.ready()) {
                return;
            }
            List<String> due = decisions.due();
            outage.there();
            resting.keySet().retainAll(new HashSet<>(due));
            Instant now = clock.instant();
            for (String task : due) {
                if (!resting.getOrDefault(task, Instant.MIN).isAfter(now)) {
                    end(task, now);
                }
            }
        } catch (SQLException | RuntimeException away) {
            outage.away(away);
        }
    }

    private void end(String task, Instant now) {
        try {
            decisions.takeEffect(task);
        } catch (BusinessRefusal refusal) {
            lapse(task, refusal, now);
        } catch (SQLException | RuntimeException failed) {
            LOG.log(
                    Level.WARNING,
                    "The decision on task " + task + " could not take effect; it is tried again",
                    failed);
            resting.put(task, now.plus(REST));
        }
    }

    private void lapse(String task, BusinessRefusal refusal, Instant now) {
        try {
            if (decisions.lapse(task, refusal.code())) {
                LOG.warning(() -> "The decision on task " + task + " came to nothing: " + refusal.code());
            }
        } catch (SQLException | RuntimeException failed) {
            LOG.log(Level.WARNING, "The task " + task + " could not be opened again; it is tried again", failed);
            resting.put(task, now.plus(REST));
        }
    }
}
