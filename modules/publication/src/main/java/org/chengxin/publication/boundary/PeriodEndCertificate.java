package org.chengxin.publication.boundary;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * What everybody may read about one run that ended periods.
 *
 * @param untilDay the last visible day of the records that were due latest, the day before the run
 * @param pastDay records still public past their day afterwards; must be 0
 */
public record PeriodEndCertificate(
        LocalDate fromDay, LocalDate untilDay, long due, long ended, long pastDay, OffsetDateTime finishedAt) {}
