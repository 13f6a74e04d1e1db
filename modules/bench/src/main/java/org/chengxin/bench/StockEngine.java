package org.chengxin.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/**
 * The application's own model of a record's life on the engine as it comes: history full, a transaction for each record,
 * and once more with every step a job of its own. Its steps set the variables that the model asks for and do nothing else:
 * no record, no event, no projection is written, so that this is the engine alone and flatters it. To stand beside
 * {@link LotBenchmark}. Usage, at the top of a built checkout: {@code StockEngine [records [runs]]}.
 */
public final class StockEngine {

    private static final int RECORDS = 5_000;
    private static final int RUNS = 3;
    private static final int CLIENTS = 4;
    private static final int CONNECTIONS = 40;
    private static final String MODEL = "processes/credit-record.bpmn";
    private static final Pattern STEP = Pattern.compile("<bpmn:(serviceTask|businessRuleTask) ");
    private static final Pattern DELEGATE = Pattern.compile("delegateExpression=\"\\$\\{(\\w+)}\"");

    private StockEngine() {}

    public static void main(String[] args) throws Exception {
        int records = args.length > 0 ? Integer.parseInt(args[0]) : RECORDS;
        int runs = args.length > 1 ? Integer.parseInt(args[1]) : RUNS;
        Path checkout = Path.of(System.getProperty("chengxin.checkout", "")).toAbsolutePath();
        Machine.say();
        System.out.printf(
                "%n| records with the engine's stock settings | records/s, median of %d |%n|---|---:|%n", runs);
        for (boolean jobs : new boolean[] {false, true}) {
            try (BareDatabase database = BareDatabase.fresh(checkout.resolve("modules/bench/target/engine"))) {
                List<Double> rates = new ArrayList<>();
                ProcessEngine engine = engine(database, jobs);
                try {
                    run(engine, database, records / 5);
                    for (int run = 0; run < runs; run++) {
                        rates.add(run(engine, database, records));
                    }
                } finally {
                    engine.close();
                }
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %.0f |%n",
                        jobs ? "a transaction each, every step asynchronous" : "a transaction each",
                        Figures.median(rates, rate -> rate));
            }
        }
    }

    private static ProcessEngine engine(BareDatabase database, boolean jobs) throws IOException {
        String model = model();
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setJdbcDriver("org.postgresql.Driver");
        configuration.setJdbcUrl(database.url());
        configuration.setJdbcUsername(database.user());
        configuration.setJdbcPassword(database.password());
        // as many as the application has; with ten, starting threads and jobs wait for each other
        configuration.setJdbcMaxActiveConnections(CONNECTIONS);
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
        configuration.setJobExecutorActivate(jobs);
        configuration.setBeans(steps(model));
        ProcessEngine engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addString(MODEL, jobs ? everyStepAJob(model) : model)
                .deploy();
        return engine;
    }

    private static String model() throws IOException {
        try (InputStream in = StockEngine.class.getClassLoader().getResourceAsStream(MODEL)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static String everyStepAJob(String model) {
        return STEP.matcher(model).replaceAll("<bpmn:$1 camunda:asyncBefore=\"true\" ");
    }

    /** The steps by the names that the model knows, for a clean record: known section, public, its period running. */
    private static Map<Object, Object> steps(String model) {
        Map<Object, Object> steps = new HashMap<>();
        Matcher delegates = DELEGATE.matcher(model);
        while (delegates.find()) {
            steps.put(delegates.group(1), (JavaDelegate) execution -> {});
        }
        steps.put("determinePeriod", (JavaDelegate) execution -> execution.setVariable("periodRunning", true));
        steps.put("classifyConduct", (JavaDelegate) execution -> execution.setVariable("section", "WARNING"));
        steps.put("determineScope", (JavaDelegate) execution -> execution.setVariable("scope", "PUBLIC"));
        return steps;
    }

    private static double run(ProcessEngine engine, BareDatabase database, int records) throws Exception {
        database.execute("CHECKPOINT");
        AtomicInteger next = new AtomicInteger();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        long start = System.nanoTime();
        for (int client = 0; client < CLIENTS; client++) {
            clients.execute(() -> {
                for (int i = next.getAndIncrement(); i < records; i = next.getAndIncrement()) {
                    engine.getRuntimeService()
                            .startProcessInstanceByKey("CreditRecord", "R" + i, Map.of("recordNo", "R" + i));
                }
            });
        }
        clients.shutdown();
        if (!clients.awaitTermination(1, TimeUnit.HOURS)) {
            throw new IllegalStateException("the engine has not started all records within an hour");
        }
        while (engine.getRuntimeService().createProcessInstanceQuery().count() > 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        long ended = engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .finished()
                .count();
        if (ended % records != 0 && ended < records) {
            throw new IllegalStateException("only " + ended + " records ended");
        }
        return records / seconds;
    }
}
