package org.chengxin.intake.control;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengxin.kernel.DisclosureScope;
import org.chengxin.kernel.Severity;

/**
 * A row after cleaning and checking.
 *
 * @param row number as a person sees it in the file
 * @param content field → text, number (BigDecimal) or ISO date, in the order of the item; blank fields and the scope are
 *     absent
 * @param findings in the order in which they were found
 * @param outcome the worst of the findings
 * @param title what the record is called in lists
 * @param dedupeKey recognises the record again: SHA-256 in hexadecimal; null for rows without a subject
 * @param neutralKey the key's parts without the subject, to be joined with the one that is found by matching; null where
 *     the key is the whole content
 * @param contentHash tells whether the content is the same: SHA-256 in hexadecimal
 * @param subject whom the row is about
 * @param scopeColumnPresent the file has a column for the scope
 * @param statedScope what it says; empty when blank or unknown, which with such a column means UNDETERMINED
 * @param severity as the supplier states it; empty goes to a person
 * @param decidedOn day of the decision
 * @param endsOn last visible day as stated
 * @param periodMonths length of the disclosure period as stated
 * @param cleaned named cleaning rule → number of cells it changed
 */
public record CheckedRow(
        int row,
        Map<String, Object> content,
        List<Finding> findings,
        Outcome outcome,
        String title,
        String dedupeKey,
        String neutralKey,
        String contentHash,
        SubjectReference subject,
        boolean scopeColumnPresent,
        Optional<DisclosureScope> statedScope,
        Optional<Severity> severity,
        Optional<LocalDate> decidedOn,
        Optional<LocalDate> endsOn,
        Optional<Integer> periodMonths,
        Map<String, Integer> cleaned) {

    public CheckedRow {
        content = Collections.unmodifiableMap(content);
        findings = List.copyOf(findings);
        cleaned = Map.copyOf(cleaned);
    }

    /**
     * The scope by the rule of the register: the row where the file has a column for it, else the lot, else the
     * supplier's standing declaration, else UNDETERMINED. The item's proposal plays no part.
     *
     * @param lot as stated with the lot; null for nothing
     * @param standing as declared for this item version; null for nothing
     */
    public DisclosureScope scope(DisclosureScope lot, DisclosureScope standing) {
        if (scopeColumnPresent) {
            return statedScope.orElse(DisclosureScope.UNDETERMINED);
        }
        if (lot != null) {
            return lot;
        }
        return standing != null ? standing : DisclosureScope.UNDETERMINED;
    }
}
