package org.chengxin.bench;

import java.time.LocalDate;
import java.util.List;
import org.chengxin.demonstration.Enterprise;
import org.chengxin.demonstration.Penalty;
import org.chengxin.demonstration.PenaltyGenerator;

/**
 * Penalties that go from start to end without anybody asked: the demonstration's, with severity and public scope where
 * the department left them open, and a period that still runs.
 */
final class CleanPenalties {

    private static final String PUBLIC = "公开公示";
    private static final String ORDINARY = "一般";
    private static final int ORDINARY_MONTHS = 12;
    private static final int RECENT_DAYS = 30;
    private static final int INVESTIGATION_DAYS = 30;

    private CleanPenalties() {}

    /**
     * @param enterprises who is penalised, registered already
     * @param count how many
     * @param series tells lots apart: other rows and other document numbers for each
     * @param today the day of the measurement
     */
    static List<Penalty> of(List<Enterprise> enterprises, int count, int series, LocalDate today) {
        return new PenaltyGenerator(series, enterprises, today)
                .penalties(count, series).stream()
                        .map(penalty -> clean(penalty, today))
                        .toList();
    }

    /**
     * The same, with the severity left open: a person has to say what section each belongs to. All of them are of last
     * month, since the period of an offence of unknown severity is taken to be the shortest.
     */
    static List<Penalty> leftOpen(List<Enterprise> enterprises, int count, int series, LocalDate today) {
        LocalDate decided = today.minusDays(RECENT_DAYS);
        return of(enterprises, count, series, today).stream()
                .map(penalty -> new Penalty(
                        penalty.subject(),
                        penalty.documentNo(),
                        penalty.facts(),
                        penalty.basis(),
                        penalty.kind(),
                        penalty.result(),
                        penalty.fine(),
                        penalty.authority(),
                        decided.minusDays(INVESTIGATION_DAYS),
                        decided,
                        "",
                        ORDINARY_MONTHS,
                        PUBLIC))
                .toList();
    }

    private static Penalty clean(Penalty penalty, LocalDate today) {
        boolean open = penalty.severity().isEmpty();
        // a measurement may begin before midnight and end after it
        boolean running = penalty.endsOn().isAfter(today.plusDays(2));
        LocalDate decided = running ? penalty.decidedOn() : today.minusDays(RECENT_DAYS);
        return new Penalty(
                penalty.subject(),
                penalty.documentNo(),
                penalty.facts(),
                penalty.basis(),
                penalty.kind(),
                penalty.result(),
                penalty.fine(),
                penalty.authority(),
                running ? penalty.filedOn() : decided.minusDays(INVESTIGATION_DAYS),
                decided,
                open ? ORDINARY : penalty.severity(),
                open ? ORDINARY_MONTHS : penalty.months(),
                PUBLIC);
    }
}
