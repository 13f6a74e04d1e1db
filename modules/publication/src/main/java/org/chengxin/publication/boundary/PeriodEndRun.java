package org.chengxin.publication.boundary;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * The certificate of one run of {@code period-end.bpmn}.
 *
 * @param id rising with time
 * @param fromDay first of the last visible days it looked at
 * @param untilDay last of them, the day before it ran
 * @param due records past their day when it began
 * @param ended how many of them it ended; another run at the same time may have taken the rest
 * @param leftOver records past their day and not ended when it finished
 * @param pastDay records still public past their day, by the portal's view of the data; must be 0
 * @param node the server that finished it
 */
public record PeriodEndRun(
        long id,
        LocalDate fromDay,
        LocalDate untilDay,
        long due,
        long ended,
        long leftOver,
        long pastDay,
        OffsetDateTime startedAt,
        OffsetDateTime finishedAt,
        String node) {}
