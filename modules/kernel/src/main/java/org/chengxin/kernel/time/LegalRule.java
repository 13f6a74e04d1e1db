package org.chengxin.kernel.time;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A term that a law, a notice or this project's own procedure sets, as it stood between two dates.
 *
 * @param id            what the term is for; several rules may share it, with other dates of effect. See {@link LegalTerms}
 * @param citation      the law and its article, in Chinese, as shown to officials
 * @param amount        how many units, not negative
 * @param unit          of what
 * @param effectiveFrom the first day of effect; null if it always was
 * @param effectiveTo   the last day of effect; null if no end is known
 */
public record LegalRule(
        String id, String citation, int amount, Unit unit, LocalDate effectiveFrom, LocalDate effectiveTo) {

    /** In what a term is counted. */
    public enum Unit {
        WORKING_DAYS,
        /** Days of the calendar. The last day does not move when it is a holiday: earlier is never too late. */
        CALENDAR_DAYS,
        MONTHS,
        YEARS
    }

    public LegalRule {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(citation, "citation");
        Objects.requireNonNull(unit, "unit");
        if (amount < 0) {
            throw new IllegalArgumentException("negative term in " + id);
        }
        if (effectiveFrom != null && effectiveTo != null && effectiveTo.isBefore(effectiveFrom)) {
            throw new IllegalArgumentException("ends before it begins: " + id);
        }
    }

    public boolean isEffectiveOn(LocalDate date) {
        return (effectiveFrom == null || !date.isBefore(effectiveFrom))
                && (effectiveTo == null || !date.isAfter(effectiveTo));
    }
}
