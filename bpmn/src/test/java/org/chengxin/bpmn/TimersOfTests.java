package org.chengxin.bpmn;

import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.chengxin.kernel.time.CivilTime;
import org.chengxin.kernel.time.Deadline;
import org.chengxin.kernel.time.LegalClock;

/** The timers that the models ask for, by the engine's clock and the calendars and rules that come with the version. */
public final class TimersOfTests {

    private final LegalClock legal = LegalClock.shipped();

    public Date dueSoon(String term) {
        return at(legal.reminderOf(deadline(term)));
    }

    public Date overdue(String term) {
        return at(legal.escalationOf(deadline(term)));
    }

    private Deadline deadline(String term) {
        return legal.deadline(term, CivilTime.dateOf(ClockUtil.getCurrentTime().toInstant()));
    }

    private static Date at(LocalDate day) {
        return Date.from(CivilTime.startOf(day));
    }
}
