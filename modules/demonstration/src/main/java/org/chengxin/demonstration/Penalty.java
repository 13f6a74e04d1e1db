package org.chengxin.demonstration;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * An invented environmental penalty (item D21 with the mandatory fields of D26).
 *
 * @param subject who was penalised
 * @param documentNo number of the decision, unique
 * @param facts what was done
 * @param basis law and article
 * @param kind kind of penalty
 * @param result what was decided, in words
 * @param fine in yuan; zero for a warning
 * @param authority who decided
 * @param filedOn when the case was opened
 * @param decidedOn when it was decided
 * @param severity 轻微, 一般 or 严重; empty where the department left it open
 * @param months period of display in months
 * @param scope 公开公示 or 政务共享; empty where the department could not decide
 */
public record Penalty(
        Enterprise subject,
        String documentNo,
        String facts,
        String basis,
        String kind,
        String result,
        BigDecimal fine,
        String authority,
        LocalDate filedOn,
        LocalDate decidedOn,
        String severity,
        int months,
        String scope) {

    /** @return the last day on which it is shown. */
    public LocalDate endsOn() {
        return decidedOn.plusMonths(months).minusDays(1);
    }
}
