package org.chengxin.workflow.control;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.kernel.time.CivilTime;
import org.chengxin.kernel.time.LegalClock;
import org.chengxin.kernel.time.LegalTerms;
import org.chengxin.organisation.boundary.OfficialClock;
import org.chengxin.workflow.boundary.StuckCheck.Count;
import org.chengxin.workflow.boundary.StuckKind;
import org.chengxin.workflow.control.StuckWork.Found;
import org.chengxin.workflow.control.StuckWork.Standing;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** One check that nothing is stuck: finds, repairs what it can, and writes down the rest. One at a time on all servers. */
@Stateless
@PermitAll
public class CheckRun {

    private static final Logger LOG = Logger.getLogger(CheckRun.class.getName());

    /** Of the house's own choosing: nobody else locks this number. */
    private static final long ONE_AT_A_TIME = 7_260_311L;

    /** A decision takes effect within seconds of its time. */
    private static final Duration EFFECT_WITHIN = Duration.ofMinutes(10);

    @Resource(lookup = "jdbc/chengxin")
    DataSource registry;

    @Inject
    ApplicationClock clock;

    @Inject
    OfficialClock officialClock;

    @Inject
    CountedDeadlines deadlines;

    @Inject
    StuckRepairs repairs;

    @Inject
    @ConfigProperty(name = "chengxin.node", defaultValue = "node-1")
    String node;

    /** What came of it. */
    public enum Outcome {
        /** Another server is at it, or was a short while ago. */
        LEFT_TO_OTHERS,
        CHECKED,
        /** Not all could be repaired at once; the next check goes on with it. */
        MORE_TO_REPAIR
    }

    /**
     * Checks, unless another server is at it.
     *
     * @param unlessSince no check either, where one has finished after this moment; null to check in any case
     */
    public Outcome run(Instant unlessSince) {
        try (Connection connection = registry.getConnection()) {
            if (!alone(connection) || unlessSince != null && new CheckLog(connection).finishedAfter(unlessSince)) {
                return Outcome.LEFT_TO_OTHERS;
            }
            Instant began = clock.instant();
            deadlines.recount();
            LegalClock legal = officialClock.legal();
            LocalDate today = clock.today();
            LocalDate lateSince = legal.calendar()
                    .minusWorkingDays(today.minusDays(1), days(legal, LegalTerms.ESCALATION, today))
                    .date();
            LocalDate oldSince = legal.calendar()
                    .minusWorkingDays(today, days(legal, LegalTerms.LOT_PASSAGE, today))
                    .date();
            StuckWork work = new StuckWork(connection);
            Instant oldBefore = CivilTime.startOf(oldSince);
            Instant effectBefore = began.minus(EFFECT_WITHIN);
            Map<StuckKind, Found> found = work.find(lateSince, oldBefore, effectBefore);
            Map<StuckKind, Count> counts = new EnumMap<>(StuckKind.class);
            found.forEach((kind, standing) ->
                    counts.put(kind, new Count(standing.total(), repaired(kind, standing, lateSince))));
            Set<StuckKind> inPart = counts.keySet().stream()
                    .filter(kind -> counts.get(kind).inPart())
                    .collect(Collectors.toSet());
            if (!inPart.isEmpty()) {
                // of these only what is left shall be named
                Map<StuckKind, Found> left = work.find(lateSince, oldBefore, effectBefore);
                inPart.forEach(kind -> found.put(kind, left.getOrDefault(kind, new Found(0, List.of()))));
            }
            new CheckLog(connection).write(node, began, clock.instant(), counts, found);
            boolean more = inPart.stream().anyMatch(StuckKind::isRepaired);
            return more ? Outcome.MORE_TO_REPAIR : Outcome.CHECKED;
        } catch (SQLException e) {
            throw new IllegalStateException("the check could not be made", e);
        }
    }

    private static int days(LegalClock legal, String rule, LocalDate today) {
        return legal.ruleOn(rule, today).orElseThrow().amount();
    }

    private static boolean alone(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_try_advisory_xact_lock(" + ONE_AT_A_TIME + ")")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private long repaired(StuckKind kind, Found found, LocalDate lateSince) {
        return switch (kind) {
            case TASK_WITHOUT_ROW ->
                tried(
                        kind,
                        () -> repairs.writeRows(
                                found.named().stream().map(Standing::id).toList()));
            case ROW_WITHOUT_TASK -> tried(kind, repairs::closeRows);
            case HOLDER_GONE ->
                tried(
                        kind,
                        () -> repairs.freeTasks(
                                found.named().stream().map(Standing::id).toList()));
            case NOT_REPORTED -> tried(kind, () -> repairs.reportLate(lateSince));
            case NOTHING_AWAITED ->
                found.named().stream()
                        .mapToLong(standing -> tried(kind, () -> repairs.beginAgain(standing.id()) ? 1 : 0))
                        .sum();
            case TIMER_LOST ->
                tried(kind, () -> {
                    repairs.startPeriodEndsDaily();
                    return 1;
                });
            default -> 0;
        };
    }

    /** A repair that fails leaves its finding to people. */
    private static long tried(StuckKind kind, Callable<Integer> repair) {
        try {
            int done = repair.call();
            if (done > 0) {
                LOG.warning(() -> "Repaired " + kind + ": " + done);
            }
            return done;
        } catch (Exception failed) {
            LOG.log(Level.WARNING, "Could not repair " + kind, failed);
            return 0;
        }
    }
}
