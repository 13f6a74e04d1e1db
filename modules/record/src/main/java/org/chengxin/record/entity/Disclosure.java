package org.chengxin.record.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.chengxin.kernel.DisclosureScope;
import org.chengxin.kernel.Section;
import org.chengxin.kernel.time.CivilTime;

/**
 * Who may see a record, in which section and until when, each with the rule that said so. What nobody has said yet is
 * withheld: a scope begins as UNDETERMINED.
 */
@Embeddable
public class Disclosure {

    /** The step in which a person made an early warning an alert. */
    public static final String RAISED = "RaiseToAlert";

    @Enumerated(EnumType.STRING)
    private Section section;

    @Column(name = "section_rule")
    private String sectionRule;

    @Enumerated(EnumType.STRING)
    private DisclosureScope scope = DisclosureScope.UNDETERMINED;

    @Column(name = "scope_rule")
    private String scopeRule;

    @Column(name = "ends_on")
    private LocalDate endsOn;

    @Column(name = "ends_rule")
    private String endsRule;

    @Column(name = "published_at")
    private OffsetDateTime publishedAt;

    protected Disclosure() {}

    /** What is known of new content: nothing, except that a person has made it an alert. */
    Disclosure ofNewContent() {
        Disclosure next = new Disclosure();
        if (raised()) {
            next.section(section, sectionRule);
        }
        return next;
    }

    /** Whether a person has made it an alert; a rule that finds an early warning does not undo that (A06). */
    public boolean raised() {
        return section == Section.ALERT && RAISED.equals(sectionRule);
    }

    void section(Section found, String rule) {
        section = found;
        sectionRule = rule;
    }

    void scope(DisclosureScope determined, String rule) {
        scope = determined;
        scopeRule = rule;
    }

    void period(LocalDate lastDay, String rule) {
        endsOn = lastDay;
        endsRule = rule;
    }

    void published(Instant at) {
        publishedAt = at.atOffset(ZoneOffset.UTC);
    }

    /** Nothing is public because a value was missing: somebody said so, it has a section, and its period is not over. */
    void demandPublic(String recordNo, Instant moment) {
        if (scope != DisclosureScope.PUBLIC || section == null || overAt(moment)) {
            throw new IllegalStateException(
                    recordNo + " cannot be public: scope " + scope + ", section " + section + ", last day " + endsOn);
        }
    }

    /** What is held is for those entitled: somebody said for whom. */
    void demandEntitled(String recordNo) {
        if (scope != DisclosureScope.GOVERNMENT && scope != DisclosureScope.AUTHORISED) {
            throw new IllegalStateException(recordNo + " cannot be held: scope " + scope);
        }
    }

    /** Whether the day of this moment, in Asia/Shanghai, is past the last visible day. */
    public boolean overAt(Instant moment) {
        return endsOn != null && LocalDate.ofInstant(moment, CivilTime.ZONE).isAfter(endsOn);
    }

    Section section() {
        return section;
    }

    DisclosureScope scope() {
        return scope;
    }

    LocalDate endsOn() {
        return endsOn;
    }

    /** Rule of the decision table, or the person's; null until it is classified. */
    public String sectionRule() {
        return sectionRule;
    }

    public String scopeRule() {
        return scopeRule;
    }

    public String endsRule() {
        return endsRule;
    }

    /** When it went onto the portal; null if it is not there. */
    public OffsetDateTime publishedAt() {
        return publishedAt;
    }
}
