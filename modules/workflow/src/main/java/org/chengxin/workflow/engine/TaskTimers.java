package org.chengxin.workflow.engine;

import java.time.LocalDate;
import java.util.Date;
import java.util.function.Supplier;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.kernel.time.CivilTime;
import org.chengxin.kernel.time.Deadline;
import org.chengxin.kernel.time.LegalClock;

/** When the two timers at a user task that begins today are due; the models call it {@code taskTimers}. */
public final class TaskTimers {

    private final ApplicationClock clock;
    private final Supplier<LegalClock> legal;

    /**
     * @param clock says which day it is
     * @param legal the legal clock of the moment
     */
    public TaskTimers(ApplicationClock clock, Supplier<LegalClock> legal) {
        this.clock = clock;
        this.legal = legal;
    }

    /**
     * When the owners are reminded.
     *
     * @param term id of the rule of the task's deadline
     */
    public Date dueSoon(String term) {
        return at(legal.get().reminderOf(deadline(term)));
    }

    /**
     * When the supervisor is told.
     *
     * @param term id of the rule of the task's deadline
     */
    public Date overdue(String term) {
        return at(legal.get().escalationOf(deadline(term)));
    }

    private Deadline deadline(String term) {
        return legal.get().deadline(term, clock.today());
    }

    private static Date at(LocalDate day) {
        return Date.from(CivilTime.startOf(day));
    }
}
