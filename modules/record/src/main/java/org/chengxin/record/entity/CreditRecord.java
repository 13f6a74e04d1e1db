package org.chengxin.record.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.chengxin.kernel.DisclosureScope;
import org.chengxin.kernel.Section;

/**
 * One thing that a department knows about a subject, such as a penalty or a registration, from its approval to the
 * archive.
 *
 * <p>A process asks it for steps; the record decides whether they are possible ({@link RecordTransition}) and leaves an
 * event for each. It never becomes public because something was missing: {@link #publish} demands a scope of PUBLIC and
 * a section. Its content lives in insert-only versions beside it, which only the supplying organisation can add
 * (谁提供谁更正).
 */
@Entity
@Table(name = "credit_record")
@NamedQuery(name = "CreditRecord.byNumbers", query = "SELECT r FROM CreditRecord r WHERE r.recordNo IN :numbers")
public class CreditRecord {

    @Id
    private Long id;

    @Column(name = "record_no")
    private String recordNo;

    @Column(name = "item_id")
    private Long itemId;

    @Column(name = "item_code")
    private String itemCode;

    @Column(name = "organisation_id")
    private Long organisationId;

    @Column(name = "subject_id")
    private Long subjectId;

    @Enumerated(EnumType.STRING)
    private RecordState state;

    @Embedded
    private RecordOrigin origin;

    @Embedded
    private Disclosure disclosure;

    private boolean disputed;

    @Embedded
    private SupplierStatement stated;

    private String title;

    @Column(name = "legal_basis")
    private String legalBasis;

    @Column(name = "decided_on")
    private LocalDate decidedOn;

    @Column(name = "content_version")
    private int contentVersion;

    @Column(name = "content_hash")
    private String contentHash;

    @Column(name = "dedupe_key")
    private String dedupeKey;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    @Version
    private int version;

    @Transient
    private UnsavedChanges unsaved = new UnsavedChanges();

    protected CreditRecord() {}

    /**
     * A row of an approved lot becomes a record. Its three first events say what happened to it while the lot owned it:
     * received, submitted for review, approved.
     */
    public static CreditRecord admit(AdmittedRow row, LotContext lot) {
        CreditRecord record = new CreditRecord();
        record.id = row.recordId();
        record.recordNo = row.recordNo();
        record.itemId = lot.itemId();
        record.itemCode = lot.itemCode();
        record.organisationId = lot.organisationId();
        record.dedupeKey = row.dedupeKey();
        record.createdAt = lot.approvedAt().atOffset(ZoneOffset.UTC);
        record.contentVersion = 0;
        record.take(row, lot, "FIRST");
        record.on(RecordTransition.RECEIVE, lot.entry(row));
        record.on(RecordTransition.SUBMIT, lot.entry(row));
        record.on(RecordTransition.APPROVE, lot.approval(row));
        return record;
    }

    /** A row of an approved lot brings new content of this record (变更): it goes through classification again. */
    public void revise(AdmittedRow row, LotContext lot) {
        on(RecordTransition.REVISE, lot.entry(row));
        take(row, lot, "CHANGE");
        on(RecordTransition.APPROVE, lot.approval(row));
    }

    private void take(AdmittedRow row, LotContext lot, String changeKind) {
        origin = RecordOrigin.of(row, lot);
        disclosure = disclosure == null ? new Disclosure() : disclosure.ofNewContent();
        subjectId = row.subjectId();
        title = row.title();
        legalBasis = row.legalBasis();
        decidedOn = row.decidedOn();
        stated = row.stated();
        contentHash = row.contentHash();
        contentVersion++;
        unsaved.content(new UnsavedChanges.ContentVersion(row.content(), changeKind, lot.approvedAt()), row.others());
    }

    /** The section was found: by the rule table, or by a person where that leaves it open. */
    public void classify(Section found, String rule, Step step) {
        on(RecordTransition.CLASSIFY, step.by(rule).with("section", found.name()));
        disclosure.section(found, rule);
    }

    /**
     * From early warning to alert, with the reason in the step; scope and period stay what they are.
     *
     * @throws IllegalStateException if it is no early warning
     */
    public void raise(Step step) {
        if (section() != Section.WARNING) {
            throw new IllegalStateException(recordNo + " is no early warning: " + section());
        }
        on(RecordTransition.RAISE, step.with("section", Section.ALERT.name()));
        disclosure.section(Section.ALERT, Disclosure.RAISED);
    }

    /** The last visible day was found; {@code null} for a record that is shown without end. */
    public void setPeriod(LocalDate lastDay, String rule, Step step) {
        on(RecordTransition.SET_PERIOD, step.by(rule).with("endsOn", lastDay == null ? "" : lastDay.toString()));
        disclosure.period(lastDay, rule);
    }

    /** Who may see it was determined. UNDETERMINED is an answer too: it says that nobody has said so yet. */
    public void setScope(DisclosureScope determined, String rule, Step step) {
        on(RecordTransition.SET_SCOPE, step.by(rule).with("scope", determined.name()));
        disclosure.scope(determined, rule);
    }

    public void withhold(Step step) {
        on(RecordTransition.WITHHOLD, step);
    }

    /**
     * On the portal from now on.
     *
     * @throws IllegalStateException if it is not classified, its scope is not PUBLIC or its period is over
     */
    public void publish(Step step) {
        disclosure.demandPublic(recordNo, step.at());
        on(RecordTransition.PUBLISH, step);
        disclosure.published(step.at());
    }

    /**
     * Kept for those entitled.
     *
     * @throws IllegalStateException if its scope is neither GOVERNMENT nor AUTHORISED
     */
    public void hold(Step step) {
        disclosure.demandEntitled(recordNo);
        on(RecordTransition.HOLD, step);
    }

    public void end(Step step) {
        on(RecordTransition.END, step);
    }

    private void on(RecordTransition transition, Step step) {
        RecordState target = transition.target(state);
        unsaved.event(RecordEvent.of(this, transition, state, target, step));
        state = target;
    }

    /** What this transaction has brought and the ledger has not written yet. */
    public UnsavedChanges unsaved() {
        return unsaved;
    }

    public Long id() {
        return id;
    }

    public String recordNo() {
        return recordNo;
    }

    public Long itemId() {
        return itemId;
    }

    /** What makes it the same record within item and supplier. */
    public String dedupeKey() {
        return dedupeKey;
    }

    public OffsetDateTime createdAt() {
        return createdAt;
    }

    public String itemCode() {
        return itemCode;
    }

    public Long organisationId() {
        return organisationId;
    }

    public Long subjectId() {
        return subjectId;
    }

    public RecordState state() {
        return state;
    }

    /** Null until it is classified. */
    public Section section() {
        return disclosure.section();
    }

    public DisclosureScope scope() {
        return disclosure.scope();
    }

    public boolean disputed() {
        return disputed;
    }

    /** What the supplier said about severity, scope and period. */
    public SupplierStatement stated() {
        return stated;
    }

    public String title() {
        return title;
    }

    public String legalBasis() {
        return legalBasis;
    }

    public LocalDate decidedOn() {
        return decidedOn;
    }

    /** Last visible day; null until it was found, and for no end. */
    public LocalDate endsOn() {
        return disclosure.endsOn();
    }

    /** Who may see it, where and until when, and by which rules. */
    public Disclosure disclosure() {
        return disclosure;
    }

    /** The lot and row that its present content came with, and who stands behind it. */
    public RecordOrigin origin() {
        return origin;
    }

    public int version() {
        return version;
    }

    public int contentVersion() {
        return contentVersion;
    }

    public String contentHash() {
        return contentHash;
    }
}
