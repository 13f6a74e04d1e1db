package org.chengxin.api.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.chengxin.workflow.engine.EngineInServer;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The engine is up, and both database roles get an answer. Before that, HTTP answers but work would fail. */
@Readiness
@ApplicationScoped
public class WorkReadiness implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(WorkReadiness.class.getName());

    @Inject
    EngineInServer engine;

    @Resource(lookup = "jdbc/chengxin")
    DataSource application;

    @Resource(lookup = "jdbc/portal")
    DataSource portal;

    @Override
    public HealthCheckResponse call() {
        boolean engineReady = engine.ready();
        boolean applicationAnswers = answers(application, "application");
        boolean portalAnswers = answers(portal, "portal");
        return HealthCheckResponse.named("ready-for-work")
                .status(engineReady && applicationAnswers && portalAnswers)
                .withData("engine", engineReady)
                .withData("database", applicationAnswers)
                .withData("publication", portalAnswers)
                .build();
    }

    private static boolean answers(DataSource source, String name) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            return statement.execute("SELECT 1");
        } catch (SQLException away) {
            LOG.warning(() -> "The database does not answer the role of the " + name + ": " + away.getMessage());
            return false;
        }
    }
}
