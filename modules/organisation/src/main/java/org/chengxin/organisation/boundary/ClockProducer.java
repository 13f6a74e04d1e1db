package org.chengxin.organisation.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.chengxin.kernel.time.ApplicationClock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The one clock of the application; in a demonstration it may run ahead, to watch deadlines and periods end. */
@ApplicationScoped
public class ClockProducer {

    @Inject
    @ConfigProperty(name = "chengxin.clock.offset", defaultValue = "PT0S")
    String offset;

    @Inject
    @ConfigProperty(name = "chengxin.demonstration", defaultValue = "false")
    boolean demonstration;

    @Produces
    @jakarta.inject.Singleton
    public ApplicationClock clock() {
        return ApplicationClock.system(demonstration ? offset : "");
    }
}
