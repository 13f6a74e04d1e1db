package org.chengxin.record.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.chengxin.kernel.DisclosureScope;
import org.chengxin.kernel.Severity;

/**
 * What the supplier said about a record besides its content: severity, scope and period. The decision tables work on
 * this, and a page can later say why something is public.
 */
@Embeddable
public class SupplierStatement {

    @Enumerated(EnumType.STRING)
    private Severity severity;

    @Column(name = "scope_column")
    private boolean scopeColumn;

    @Enumerated(EnumType.STRING)
    @Column(name = "stated_scope")
    private DisclosureScope rowScope;

    @Enumerated(EnumType.STRING)
    @Column(name = "lot_scope")
    private DisclosureScope lotScope;

    @Enumerated(EnumType.STRING)
    @Column(name = "standing_scope")
    private DisclosureScope standingScope;

    @Column(name = "stated_ends_on")
    private LocalDate endsOn;

    @Column(name = "personal_subject")
    private boolean personalSubject;

    private String regime;
    private String kind;

    protected SupplierStatement() {}

    /**
     * @param severity null when not stated
     * @param scopeColumn whether the file has a scope column: a blank cell in it means UNDETERMINED
     * @param rowScope what that column said; null for blank or none
     * @param lotScope what was said for the whole lot; null for nothing
     * @param standingScope the supplier's standing declaration; null for none
     * @param endsOn last visible day as stated, or as it follows from the stated number of months; null for none
     * @param personalSubject the subject is a natural person
     * @param regime rules of publication of the supplier's own, such as MARKET_SUPERVISION; null for none
     * @param kind standard code of the kind of decision, or the grade; null where the item has none
     */
    public SupplierStatement(
            Severity severity,
            boolean scopeColumn,
            DisclosureScope rowScope,
            DisclosureScope lotScope,
            DisclosureScope standingScope,
            LocalDate endsOn,
            boolean personalSubject,
            String regime,
            String kind) {
        this.severity = severity;
        this.scopeColumn = scopeColumn;
        this.rowScope = rowScope;
        this.lotScope = lotScope;
        this.standingScope = standingScope;
        this.endsOn = endsOn;
        this.personalSubject = personalSubject;
        this.regime = regime;
        this.kind = kind;
    }

    public Severity severity() {
        return severity;
    }

    public boolean scopeColumn() {
        return scopeColumn;
    }

    public DisclosureScope rowScope() {
        return rowScope;
    }

    public DisclosureScope lotScope() {
        return lotScope;
    }

    public DisclosureScope standingScope() {
        return standingScope;
    }

    public LocalDate endsOn() {
        return endsOn;
    }

    public boolean personalSubject() {
        return personalSubject;
    }

    public String regime() {
        return regime;
    }

    public String kind() {
        return kind;
    }
}
