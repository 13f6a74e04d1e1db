package org.chengxin.system.worklist;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.chengxin.kernel.BusinessRefusal;

/** Where moves are made, and the absences of people are entered; all that comes back is the answer. */
final class Desk {

    private static final String REASON = "文号有误";

    private final Office office;
    private final Staff staff;

    Desk(Office office, Staff staff) {
        this.office = office;
        this.staff = staff;
    }

    /** Makes a move. */
    String make(Move move, String task) throws Exception {
        return switch (move.act()) {
            case TIMER -> office.fireTimer(move.lot()) ? Review.OK : Review.NO_TIMER;
            case EFFECT -> takeEffect(task);
            default -> as(move.who(), act(move, task));
        };
    }

    /** Makes moves at the same moment; the answers in their order. */
    List<String> makeTogether(List<Move> moves, String task, ExecutorService people) throws Exception {
        CyclicBarrier together = new CyclicBarrier(moves.size());
        List<Future<String>> asked = new ArrayList<>();
        for (Move move : moves) {
            Callable<String> one = () -> {
                together.await(10, TimeUnit.SECONDS);
                return make(move, task);
            };
            asked.add(people.submit(one));
        }
        List<String> answers = new ArrayList<>();
        for (Future<String> one : asked) {
            answers.add(one.get(30, TimeUnit.SECONDS));
        }
        return answers;
    }

    private String takeEffect(String task) throws Exception {
        try {
            return office.takeEffect(task) ? Review.OK : Review.NOT_NOW;
        } catch (OptimisticLockingException timer) {
            // one of its timers fired at the same moment: it is tried again, as the server does
            return Review.NOT_NOW;
        }
    }

    /** Makes a move of somebody, and the server ends before it commits. */
    void cutOff(Move move, String task) throws Exception {
        if (move.act() == Move.Act.EFFECT) {
            office.cutOffEffect(task);
        } else {
            office.cutOff(staff.actor(move.who()), act(move, task));
        }
    }

    private Supplier<?> act(Move move, String task) {
        return switch (move.act()) {
            case CLAIM -> () -> office.inbox().claim(task);
            case RELEASE -> () -> office.inbox().release(task);
            case APPROVE -> () -> office.inbox().decide(task, "approve", null, Map.of());
            case RETURN -> () -> office.inbox().decide(task, "return", REASON, Map.of());
            case APPROVE_UNDOABLY -> () -> office.inbox().decideUndoably(task, Map.of("outcome", "approve"));
            case UNDO -> () -> office.standing().undo(task);
            case REASSIGN -> () -> office.assignments().reassign(task, move.to(), REASON);
            case TO_POOL -> () -> office.assignments().returnToPool(task, REASON);
            case TIMER, EFFECT -> throw new IllegalArgumentException("nobody does that");
        };
    }

    /** Somebody enters an absence; the number of the entry does not count. */
    String enter(String by, Absences.Entry entry) throws Exception {
        return as(by, () -> {
            office.standIns().enter(entry.absent(), entry.standIn(), entry.from(), entry.until());
            return null;
        });
    }

    /** Somebody ends an absence. */
    String end(String by, Absences.Entry entry) throws Exception {
        return as(by, () -> {
            office.standIns().end(entry.id());
            return null;
        });
    }

    private String as(String who, Supplier<?> act) throws Exception {
        try {
            office.as(staff.actor(who), act);
            return Review.OK;
        } catch (BusinessRefusal refusal) {
            return refusal.code();
        }
    }
}
