package org.chengxin.record.boundary;

import java.time.LocalDate;
import java.util.Optional;
import org.chengxin.kernel.DisclosureScope;
import org.chengxin.kernel.Section;
import org.chengxin.record.entity.SupplierStatement;

/** The decision tables that records are put through. The workflow module answers with its DMN tables. */
public interface RecordDecisions {

    /**
     * A section, or none where a person has to say.
     *
     * @param rule which row of which table decided, as kept with the record
     */
    record ConductClass(Optional<Section> section, String rule) {}

    /**
     * How long a record may be shown.
     *
     * @param maxMonths at most so many months from the day of the decision; empty for without end, or for not known
     * @param unlimited whether it may be shown without end; without this and without months nothing can be known
     */
    record Period(Optional<Integer> maxMonths, boolean unlimited, String rule) {}

    /** Who may see a record, and by which rule. */
    record Scope(DisclosureScope scope, String rule) {}

    /**
     * conduct-class.dmn
     *
     * @param sectionRule of the item
     */
    ConductClass conductClass(String sectionRule, SupplierStatement stated);

    /** disclosure-period.dmn */
    Period period(boolean negative, SupplierStatement stated, LocalDate decidedOn, boolean historic);

    /**
     * disclosure-scope.dmn, and disclosure-limit.dmn on what it finds.
     *
     * @param sectionRule of the item
     */
    Scope scope(String sectionRule, SupplierStatement stated);
}
