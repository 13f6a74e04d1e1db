package org.chengxin.system.worklist;

import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.runtime.Job;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.organisation.boundary.CurrentActor;
import org.chengxin.organisation.boundary.OfficialClock;
import org.chengxin.organisation.boundary.SignIn;
import org.chengxin.system.TestBed;
import org.chengxin.workflow.boundary.Inbox;
import org.chengxin.workflow.boundary.StandIns;
import org.chengxin.workflow.boundary.StandingDecisions;
import org.chengxin.workflow.boundary.TaskAssignments;
import org.chengxin.workflow.boundary.TaskView;
import org.chengxin.workflow.control.DecisionEffect;
import org.chengxin.workflow.control.DueDecisions;
import org.chengxin.workflow.control.EngineLotProcess;
import org.chengxin.workflow.control.ReviewRules;
import org.chengxin.workflow.control.StuckRepairs;
import org.chengxin.workflow.control.TaskHands;
import org.chengxin.workflow.control.TaskNotices;
import org.chengxin.workflow.control.TaskTrail;
import org.chengxin.workflow.control.UndoPeriod;
import org.chengxin.workflow.control.Worklist;
import org.chengxin.workflow.delegate.Variables;
import org.chengxin.workflow.engine.TaskTimers;

/**
 * What of a server the inbox of lots needs: the engine with the real model, the worklist and the inbox, on a database. It
 * can be closed and opened again. Lots have no rows here: each is as good as its number, which ends in the name of the
 * clerk who sent it, and what its decision leads to is written to the table {@code effect}.
 */
final class Office implements AutoCloseable {

    /** How long what is decided undoably can be undone. */
    static final Duration UNDO = Duration.ofMinutes(1);

    private final ApplicationClock clock;
    private final ThreadLocal<Actor> acting = new ThreadLocal<>();
    private final Transactions transactions;
    private final ProcessEngine engine;
    private final Inbox inbox;
    private final StandingDecisions standing;
    private final DueDecisions due;
    private final TaskAssignments assignments;
    private final StandIns standIns;
    private final StuckRepairs repairs;
    private final Set<String> touched = ConcurrentHashMap.newKeySet();
    private final Set<String> unseen = ConcurrentHashMap.newKeySet();
    private final EngineLotProcess lots;

    /**
     * @param organisation the department whose lots they are
     */
    Office(TestBed bed, long organisation) throws Exception {
        this(bed, organisation, ApplicationClock.system(), username -> Optional.empty());
    }

    /**
     * @param accounts who somebody is by now whose decision is to take effect; empty for nobody any more
     */
    Office(TestBed bed, long organisation, ApplicationClock clock, Function<String, Optional<Actor>> accounts)
            throws Exception {
        this.clock = clock;
        transactions = new Transactions(bed::application);
        OfficialClock official = Injected.into(new OfficialClock(), transactions.dataSource(), clock);
        Object em = transactions.entityManager();
        Worklist worklist = Injected.into(
                new Worklist(),
                em,
                transactions.dataSource(),
                clock,
                new OtherModules.NumberedLots(organisation, touched),
                official);
        TaskNotices notices = Injected.into(new TaskNotices(), transactions.dataSource(), clock);
        engine = new LotEngine(transactions, worklist, notices).start(new TaskTimers(clock, official::legal));
        TaskTrail trail = Injected.into(new TaskTrail(), transactions.dataSource(), clock);
        CurrentActor actor = new OtherModules.Acting(acting);
        ReviewRules rules = Injected.into(new ReviewRules(), new OtherModules.Samples(unseen));
        TaskHands hands = Injected.into(
                new TaskHands(), transactions.dataSource(), clock, worklist, trail, engine.getTaskService());
        SignIn people = new OtherModules.Accounts(accounts);
        DecisionEffect effect =
                Injected.into(new DecisionEffect(), em, engine.getTaskService(), new OtherModules.NoRecords());
        lots = Injected.into(new EngineLotProcess(), em, clock, hands, engine.getRuntimeService());
        inbox = Injected.into(
                new Inbox(),
                em,
                transactions.dataSource(),
                clock,
                actor,
                worklist,
                trail,
                hands,
                rules,
                effect,
                Injected.into(new UndoPeriod(), UNDO));
        standing = Injected.into(new StandingDecisions(), em, transactions.dataSource(), clock, actor);
        due = Injected.into(
                new DueDecisions(), em, transactions.dataSource(), clock, worklist, rules, hands, effect, people);
        repairs = Injected.into(
                new StuckRepairs(),
                em,
                transactions.dataSource(),
                clock,
                worklist,
                hands,
                people,
                engine.getTaskService(),
                engine.getRuntimeService(),
                engine.getRepositoryService());
        Object[] ofSupervisors = {
            em, transactions.dataSource(), clock, actor, worklist, trail, hands, people, new OtherModules.Unheard()
        };
        assignments = Injected.into(new TaskAssignments(), ofSupervisors);
        standIns = Injected.into(new StandIns(), ofSupervisors);
    }

    Inbox inbox() {
        return inbox;
    }

    StandingDecisions standing() {
        return standing;
    }

    TaskAssignments assignments() {
        return assignments;
    }

    StandIns standIns() {
        return standIns;
    }

    /** Somebody does something in the inbox, in a transaction of its own. */
    <T> T as(Actor actor, Function<Inbox, T> act) throws Exception {
        return as(actor, () -> act.apply(inbox));
    }

    /** The same with any of the office's parts. */
    <T> T as(Actor actor, Supplier<T> act) throws Exception {
        return transactions.call(() -> acting(actor, act));
    }

    /** Somebody takes a decision back. */
    TaskView undo(Actor actor, String task) throws Exception {
        return as(actor, () -> standing.undo(task));
    }

    /** Something happens to the process of a lot. */
    <T> T process(Function<EngineLotProcess, T> act) throws Exception {
        return transactions.call(() -> act.apply(lots));
    }

    /** What should have taken effect by now does, or comes to nothing, as the server's look every second has it. */
    void look() throws Exception {
        for (String task : transactions.call(due::due)) {
            try {
                takeEffect(task);
            } catch (BusinessRefusal refusal) {
                transactions.call(() -> due.lapse(task, refusal.code()));
            }
        }
    }

    /** Somebody enters something of a lot, and must not review it from now on. */
    void touch(Actor actor, String lotNo) {
        touched.add(lotNo + "-" + actor.username());
    }

    /** Somebody's looks at the sample of a lot count no more. */
    void forgetLooks(Actor actor, String lotNo) {
        unseen.add(lotNo + "-" + actor.username());
    }

    /** What the check does with what it found. */
    <T> T repair(Repair<T> repair) throws Exception {
        return transactions.call(() -> repair.by(repairs));
    }

    /** The process of a task goes another way. */
    void overtake(String task) throws Exception {
        transactions.call(() -> {
            String instance = engine.getTaskService()
                    .createTaskQuery()
                    .taskId(task)
                    .singleResult()
                    .getProcessInstanceId();
            engine.getRuntimeService().deleteProcessInstance(instance, "overtaken");
            return null;
        });
    }

    @FunctionalInterface
    interface Repair<T> {
        T by(StuckRepairs repairs) throws Exception;
    }

    /** The decision on one task takes effect now; false where it no longer stands. */
    boolean takeEffect(String task) throws Exception {
        return transactions.call(() -> due.takeEffect(task));
    }

    /** The same, and the server ends before it could commit. */
    void cutOff(Actor actor, Supplier<?> act) throws Exception {
        cutOff(() -> acting(actor, act));
    }

    /** The decision on a task takes effect, and the server ends before it could commit. */
    void cutOffEffect(String task) throws Exception {
        cutOff(() -> due.takeEffect(task));
    }

    private void cutOff(Transactions.Work<?> work) throws Exception {
        try {
            transactions.call(() -> {
                work.run();
                transactions.cut();
                throw new InterruptedException("the server is gone");
            });
        } catch (InterruptedException gone) {
            // as it should be
        }
    }

    private <T> T acting(Actor actor, Supplier<T> act) {
        acting.set(actor);
        try {
            return act.get();
        } finally {
            acting.remove();
        }
    }

    /** A lot arrives; its first job waits. */
    void receive(String lotNo) throws Exception {
        transactions.call(() -> engine.getRuntimeService()
                .startProcessInstanceByKey("Submission", lotNo, Map.of(Variables.LOT_NO, lotNo)));
    }

    /** Does the jobs that wait for nobody's decision and for no time, until there are none. */
    void work() throws Exception {
        for (List<Job> due = jobs(); !due.isEmpty(); due = jobs()) {
            for (Job job : due) {
                run(job);
            }
        }
    }

    private List<Job> jobs() throws Exception {
        return transactions.call(
                () -> engine.getManagementService().createJobQuery().messages().list());
    }

    /**
     * Lets the next timer at a lot's review fire: the reminder, and after it the escalation; false where none is left
     * when it comes to it.
     */
    boolean fireTimer(String lotNo) throws Exception {
        List<Job> timers = transactions.call(() -> {
            var instance = engine.getRuntimeService()
                    .createProcessInstanceQuery()
                    .processInstanceBusinessKey(lotNo)
                    .singleResult();
            return instance == null
                    ? List.<Job>of()
                    : engine.getManagementService()
                            .createJobQuery()
                            .timers()
                            .processInstanceId(instance.getId())
                            .orderByJobDuedate()
                            .asc()
                            .list();
        });
        if (timers.isEmpty()) {
            return false;
        }
        try {
            run(timers.get(0));
            return true;
        } catch (OptimisticLockingException | NullValueException decided) {
            // the decision that came first took the timer with it
            return false;
        }
    }

    private void run(Job job) throws Exception {
        transactions.call(() -> {
            engine.getManagementService().executeJob(job.getId());
            return null;
        });
    }

    /** Reads something in a transaction of its own. */
    <T> T read(Function<Connection, T> question) throws Exception {
        return transactions.call(() -> {
            try (Connection connection = transactions.dataSource().getConnection()) {
                return question.apply(connection);
            }
        });
    }

    @Override
    public void close() {
        engine.close();
        transactions.close();
    }
}
