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
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chengxin.kernel.DisclosureScope;
import org.chengxin.kernel.Section;
import org.chengxin.kernel.SubjectRole;
import org.chengxin.kernel.time.CivilTime;

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

    @Column(name = "item_version_id")
    private Long itemVersionId;

    @Column(name = "item_code")
    private String itemCode;

    @Column(name = "organisation_id")
    private Long organisationId;

    @Column(name = "submission_id")
    private Long submissionId;

    @Column(name = "row_no")
    private int rowNo;

    @Column(name = "subject_id")
    private Long subjectId;

    @Enumerated(EnumType.STRING)
    private RecordState state;

    @Enumerated(EnumType.STRING)
    private Section section;

    @Column(name = "section_rule")
    private String sectionRule;

    @Enumerated(EnumType.STRING)
    private DisclosureScope scope;

    @Column(name = "scope_rule")
    private String scopeRule;

    private boolean disputed;
    private boolean historic;

    @Embedded
    private SupplierStatement stated;

    private String title;

    @Column(name = "legal_basis")
    private String legalBasis;

    @Column(name = "decided_on")
    private LocalDate decidedOn;

    @Column(name = "ends_on")
    private LocalDate endsOn;

    @Column(name = "ends_rule")
    private String endsRule;

    @Column(name = "published_at")
    private OffsetDateTime publishedAt;

    @Column(name = "content_version")
    private int contentVersion;

    @Column(name = "content_hash")
    private String contentHash;

    @Column(name = "dedupe_key")
    private String dedupeKey;

    @Column(name = "entered_by")
    private String enteredBy;

    @Column(name = "reviewed_by")
    private String reviewedBy;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    @Version
    private int version;

    @Transient
    private List<RecordEvent> unsaved = new ArrayList<>();

    @Transient
    private ContentVersion newContent;

    @Transient
    private Map<Long, SubjectRole> newParties = Map.of();

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
        record.scope = DisclosureScope.UNDETERMINED;
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
        scope = DisclosureScope.UNDETERMINED;
        section = null;
        endsOn = null;
        publishedAt = null;
        take(row, lot, "CHANGE");
        on(RecordTransition.APPROVE, lot.approval(row));
    }

    private void take(AdmittedRow row, LotContext lot, String changeKind) {
        itemVersionId = lot.itemVersionId();
        submissionId = lot.submissionId();
        rowNo = row.rowNo();
        subjectId = row.subjectId();
        title = row.title();
        legalBasis = row.legalBasis();
        decidedOn = row.decidedOn();
        stated = row.stated();
        historic = lot.historic();
        enteredBy = lot.enteredBy(row);
        reviewedBy = lot.reviewedBy();
        contentHash = row.contentHash();
        contentVersion++;
        newParties = row.others();
        newContent = new ContentVersion(row.content(), changeKind, lot.approvedAt());
    }

    /** The section was found: by the rule table, or by a person where that leaves it open. */
    public void classify(Section found, String rule, Step step) {
        on(RecordTransition.CLASSIFY, step.because(rule, null).with("section", found.name()));
        section = found;
        sectionRule = rule;
    }

    /** The last visible day was found; {@code null} for a record that is shown without end. */
    public void setPeriod(LocalDate lastDay, String rule, Step step) {
        on(
                RecordTransition.SET_PERIOD,
                step.because(rule, null).with("endsOn", lastDay == null ? "" : lastDay.toString()));
        endsOn = lastDay;
        endsRule = rule;
    }

    /** Who may see it was determined. UNDETERMINED is an answer too: it says that nobody has said so yet. */
    public void setScope(DisclosureScope determined, String rule, Step step) {
        on(RecordTransition.SET_SCOPE, step.because(rule, null).with("scope", determined.name()));
        scope = determined;
        scopeRule = rule;
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
        if (scope != DisclosureScope.PUBLIC || section == null || overAt(step.at())) {
            throw new IllegalStateException(
                    recordNo + " cannot be public: scope " + scope + ", section " + section + ", last day " + endsOn);
        }
        on(RecordTransition.PUBLISH, step);
        publishedAt = step.at().atOffset(ZoneOffset.UTC);
    }

    /**
     * Kept for those entitled.
     *
     * @throws IllegalStateException if its scope is neither GOVERNMENT nor AUTHORISED
     */
    public void hold(Step step) {
        if (scope != DisclosureScope.GOVERNMENT && scope != DisclosureScope.AUTHORISED) {
            throw new IllegalStateException(recordNo + " cannot be held: scope " + scope);
        }
        on(RecordTransition.HOLD, step);
    }

    public void end(Step step) {
        on(RecordTransition.END, step);
    }

    /** Whether the day of this moment, in Asia/Shanghai, is past the last visible day. */
    public boolean overAt(Instant moment) {
        return endsOn != null && LocalDate.ofInstant(moment, CivilTime.ZONE).isAfter(endsOn);
    }

    private void on(RecordTransition transition, Step step) {
        RecordState target = transition.target(state);
        unsaved.add(RecordEvent.of(this, transition, state, target, step));
        state = target;
    }

    /** The events since the last call, oldest first; the ledger writes them. */
    public List<RecordEvent> takeEvents() {
        List<RecordEvent> events = List.copyOf(unsaved);
        unsaved.clear();
        return events;
    }

    /** Whether there are events that the ledger has not written yet. */
    public boolean hasUnsaved() {
        return !unsaved.isEmpty();
    }

    /** Further subjects that came with this transaction, once, each with its role. */
    public Map<Long, SubjectRole> takeParties() {
        Map<Long, SubjectRole> parties = newParties;
        newParties = Map.of();
        return parties;
    }

    /** The content version that came with this transaction, once; null if none did. */
    public ContentVersion takeContent() {
        ContentVersion content = newContent;
        newContent = null;
        return content;
    }

    /**
     * New content that waits to be written.
     *
     * @param content JSON object
     * @param changeKind FIRST, CHANGE, CORRECTION or REVOCATION
     */
    public record ContentVersion(String content, String changeKind, Instant recordedAt) {}

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

    public Long itemVersionId() {
        return itemVersionId;
    }

    public String itemCode() {
        return itemCode;
    }

    public Long organisationId() {
        return organisationId;
    }

    public Long submissionId() {
        return submissionId;
    }

    public int rowNo() {
        return rowNo;
    }

    public Long subjectId() {
        return subjectId;
    }

    public RecordState state() {
        return state;
    }

    /** Null until it is classified. */
    public Section section() {
        return section;
    }

    public String sectionRule() {
        return sectionRule;
    }

    public DisclosureScope scope() {
        return scope;
    }

    public String scopeRule() {
        return scopeRule;
    }

    public boolean disputed() {
        return disputed;
    }

    public boolean historic() {
        return historic;
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

    public LocalDate endsOn() {
        return endsOn;
    }

    public String endsRule() {
        return endsRule;
    }

    public OffsetDateTime publishedAt() {
        return publishedAt;
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

    public String enteredBy() {
        return enteredBy;
    }

    public String reviewedBy() {
        return reviewedBy;
    }
}
