package org.chengxin.workflow.engine;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.UserTransaction;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.JakartaTransactionProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.organisation.boundary.OfficialClock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Builds the engine when the server starts and closes it when it stops. Engine and domain share one datasource and one
 * JTA transaction (docs/adr/0002): what a step does and that it was done are committed together or not at all.
 */
@ApplicationScoped
public class EngineInServer {

    private static final Logger LOG = Logger.getLogger(EngineInServer.class.getName());

    /** A chunk takes seconds; the server itself gives an application a minute to stop. */
    private static final Duration REST_WITHIN = Duration.ofSeconds(45);

    /** The models of this version; a changed one becomes a new version, running instances finish on their own. */
    private static final List<String> MODELS = List.of(
            "processes/submission.bpmn",
            "processes/credit-record.bpmn",
            "processes/period-end.bpmn",
            "decisions/conduct-class.dmn",
            "decisions/disclosure-limit.dmn",
            "decisions/disclosure-period.dmn",
            "decisions/disclosure-scope.dmn");

    @Resource(lookup = "jdbc/chengxin")
    DataSource dataSource;

    @Resource(lookup = "concurrent/engineJobs")
    ManagedExecutorService jobs;

    @Resource(lookup = "concurrent/engineAcquisition")
    ManagedThreadFactory acquisition;

    @Inject
    ApplicationClock clock;

    @Inject
    UserTransaction userTransaction;

    @Inject
    @Any
    Instance<JavaDelegate> delegates;

    @Inject
    WorklistParseListener worklist;

    @Inject
    OfficialClock officialClock;

    @Inject
    @ConfigProperty(name = "chengxin.node", defaultValue = "node-1")
    String node;

    @Inject
    @ConfigProperty(name = "chengxin.engine.lock.seconds", defaultValue = "60")
    int lockSeconds;

    @Inject
    @ConfigProperty(name = "chengxin.engine.jobs", defaultValue = "true")
    boolean executesJobs;

    private ContainerJobExecutor executor;
    private ProcessEngine engine;
    private volatile boolean takesWork;

    void start(@Observes Startup event) {
        // a demonstration's clock may run ahead, and timers have to see the same time as everybody else
        if (clock.isAhead()) {
            ClockUtil.offset(Duration.between(Instant.now(), clock.instant()).toMillis());
        }
        executor = new ContainerJobExecutor(acquisition, jobs);
        executor.setLockOwner(node + "-" + java.util.UUID.randomUUID());
        executor.setLockTimeInMillis(lockSeconds * 1000);
        executor.setMaxJobsPerAcquisition(2);
        executor.setWaitTimeInMillis(500);
        executor.setMaxWait(2_000);
        engine = configuration().buildProcessEngine();
        deploy();
        PeriodEndSchedule periods = new PeriodEndSchedule(engine, clock);
        periods.noLaterThanNextMidnight();
        if (executesJobs) {
            periods.catchUp();
            executor.start();
        }
        takesWork = true;
        LOG.info("The process engine is ready on " + node);
    }

    void stop(@Observes Shutdown event) {
        takesWork = false;
        if (executor != null && executor.isActive()) {
            executor.shutdown();
            if (!executor.awaitRest(REST_WITHIN)) {
                LOG.warning("Jobs were still running when the engine closed; another start or server does them again");
            } else {
                releaseJobs();
            }
        }
        if (engine != null) {
            engine.close();
        }
    }

    /** What was acquired and not begun need not wait for its lock to expire; nothing of ours runs any more. */
    private void releaseJobs() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement release = connection.prepareStatement("UPDATE act_ru_job SET lock_owner_ = NULL,"
                        + " lock_exp_time_ = NULL, rev_ = rev_ + 1 WHERE lock_owner_ = ?")) {
            release.setString(1, executor.getLockOwner());
            release.executeUpdate();
        } catch (SQLException away) {
            LOG.warning(() -> "Jobs stay locked until their time is over: " + away.getMessage());
        }
    }

    /** Whether the models are deployed and the engine takes work; readiness waits for it and ends with it. */
    public boolean ready() {
        return takesWork && (!executesJobs || executor.isActive());
    }

    private JakartaTransactionProcessEngineConfiguration configuration() {
        JakartaTransactionProcessEngineConfiguration configuration = new JakartaTransactionProcessEngineConfiguration();
        configuration.setProcessEngineName("chengxin");
        configuration.setHostname(node);
        configuration.setDataSource(dataSource);
        configuration.setTransactionManager(new ContainerTransactionManager(userTransaction, manager()));
        configuration.setTransactionsExternallyManaged(true);
        configuration.setDatabaseSchemaUpdate("false");
        configuration.setDatabaseType("postgres");
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setBeans(namedDelegates());
        configuration.setCustomPreBPMNParseListeners(new ArrayList<>(List.of(worklist)));
        configuration.setCustomHistoryLevels(new ArrayList<>(List.of(new LegalHistory())));
        configuration.setHistory(new LegalHistory().getName());
        configuration.setHistoryRemovalTimeStrategy("start");
        configuration.setCustomIncidentHandlers(new ArrayList<>(List.of(new LoggedIncidents())));
        configuration.setJobExecutor(executor);
        configuration.setJobExecutorActivate(false);
        configuration.setJobExecutorPreferTimerJobs(true);
        configuration.setDefaultNumberOfRetries(3);
        configuration.setFailedJobRetryTimeCycle("R3/PT10S");
        configuration.setDmnEnabled(true);
        configuration.setCmmnEnabled(false);
        configuration.setAuthorizationEnabled(false);
        configuration.setMetricsEnabled(false);
        configuration.setDbMetricsReporterActivate(false);
        configuration.setTaskMetricsEnabled(false);
        configuration.setJdbcBatchProcessing(true);
        configuration.setJavaSerializationFormatEnabled(false);
        configuration.setDefaultUserPermissionNameForTask("UPDATE");
        withoutLoggingContext(configuration);
        return configuration;
    }

    /** Nobody reads the logging context, and setting it for every activity costs more than the activity itself. */
    private static void withoutLoggingContext(JakartaTransactionProcessEngineConfiguration configuration) {
        configuration.setLoggingContextActivityId(null);
        configuration.setLoggingContextActivityName(null);
        configuration.setLoggingContextApplicationName(null);
        configuration.setLoggingContextBusinessKey(null);
        configuration.setLoggingContextEngineName(null);
        configuration.setLoggingContextProcessDefinitionId(null);
        configuration.setLoggingContextProcessDefinitionKey(null);
        configuration.setLoggingContextProcessInstanceId(null);
        configuration.setLoggingContextTenantId(null);
    }

    private static TransactionManager manager() {
        try {
            return InitialContext.doLookup("java:comp/TransactionManager");
        } catch (NamingException e) {
            throw new IllegalStateException("The server has no transaction manager", e);
        }
    }

    private Map<Object, Object> namedDelegates() {
        Map<Object, Object> beans = new HashMap<>();
        for (Instance.Handle<JavaDelegate> handle : delegates.handles()) {
            String name = handle.getBean().getName();
            if (name != null) {
                beans.put(name, handle.get());
            }
        }
        beans.put("taskTimers", new TaskTimers(clock, officialClock::legal));
        // what was begun by a model of before this version's timers calls its one timer's step so
        beans.put("remindReviewers", beans.get("escalateTask"));
        return beans;
    }

    private void deploy() {
        DeploymentBuilder deployment = engine.getRepositoryService()
                .createDeployment()
                .name("chengxin")
                .enableDuplicateFiltering(true);
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        for (String model : MODELS) {
            InputStream in = loader.getResourceAsStream(model);
            if (in == null) {
                throw new IllegalStateException("The model " + model + " is missing");
            }
            deployment.addInputStream(model, in);
        }
        deployment.deploy();
    }

    @Produces
    @ApplicationScoped
    RuntimeService runtimeService() {
        return engine.getRuntimeService();
    }

    @Produces
    @ApplicationScoped
    RepositoryService repositoryService() {
        return engine.getRepositoryService();
    }

    @Produces
    @ApplicationScoped
    TaskService taskService() {
        return engine.getTaskService();
    }

    @Produces
    @ApplicationScoped
    DecisionService decisionService() {
        return engine.getDecisionService();
    }

    @Produces
    @ApplicationScoped
    ManagementService managementService() {
        return engine.getManagementService();
    }
}
