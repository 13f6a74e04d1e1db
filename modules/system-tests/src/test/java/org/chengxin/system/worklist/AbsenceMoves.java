package org.chengxin.system.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.chengxin.system.TestBed;
import org.chengxin.system.worklist.Absences.Entry;

/** Absences entered and ended by lot, by those who may and by those who may not. */
final class AbsenceMoves {

    private static final List<String> WRITERS =
            List.of("anna", "bo", "chen", Staff.SUPERVISOR, Staff.SUPERVISOR, Staff.STRANGER);

    private final TestBed bed;
    private final RandomMoves random;
    private final Absences absences = new Absences();
    private final List<Entry> entered = new ArrayList<>();

    /** Begins with nobody absent, whoever another run left so. */
    AbsenceMoves(TestBed bed, RandomMoves random) throws Exception {
        this.bed = bed;
        this.random = random;
        bed.run("UPDATE registry.stand_in SET ended_by = 'x', ended_at = entered_at WHERE ended_at IS NULL");
    }

    /** One move; what was done, and what came of it. */
    String next(Desk desk, LocalDate today) throws Exception {
        String by = random.pick(WRITERS);
        if (!entered.isEmpty() && random.oneIn(4)) {
            return end(desk, today, by, random.pick(entered));
        }
        LocalDate from = today.plusDays(random.below(12) / 5 - (random.oneIn(8) ? 1 : 0));
        return enter(desk, today, by, new Entry(0, somebody(), somebody(), from, from.plusDays(random.below(4))));
    }

    private String end(Desk desk, LocalDate today, String by, Entry entry) throws Exception {
        String answer = absences.answerToEnd(by, entry, today);
        assertThat(desk.end(by, entry)).as("%s ends %s", by, entry).isEqualTo(answer);
        if (answer.equals(Review.OK)) {
            absences.end(entry);
        }
        return "END " + answer;
    }

    /** Somebody enters an absence; what came of it. */
    String enter(Desk desk, LocalDate today, String by, Entry entry) throws Exception {
        String answer = absences.answerTo(by, entry, today);
        assertThat(desk.enter(by, entry)).as("%s enters %s", by, entry).isEqualTo(answer);
        if (answer.equals(Review.OK)) {
            Entry kept = entry.numbered(bed.number("SELECT max(id) FROM registry.stand_in"));
            absences.add(kept);
            entered.add(kept);
        }
        return "ENTER " + answer;
    }

    private String somebody() {
        return random.pick(random.oneIn(5) ? Staff.ALL : Staff.REVIEWERS);
    }

    /** Who stands in for whom on a day. */
    BiPredicate<String, String> on(LocalDate day) {
        return absences.on(day);
    }
}
