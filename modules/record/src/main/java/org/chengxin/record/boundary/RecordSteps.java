package org.chengxin.record.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chengxin.catalogue.boundary.Catalogue;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.DisclosureScope;
import org.chengxin.kernel.Section;
import org.chengxin.record.control.RecordLedger;
import org.chengxin.record.entity.AdmittedRow;
import org.chengxin.record.entity.CreditRecord;
import org.chengxin.record.entity.Disclosure;
import org.chengxin.record.entity.LotContext;
import org.chengxin.record.entity.PeriodReckoning;
import org.chengxin.record.entity.RecordState;
import org.chengxin.record.entity.Step;

/**
 * The steps that processes take with records, one method a step of {@code credit-record.bpmn}. They run inside the
 * process's transaction; what they change is written by the ledger before it commits.
 */
@ApplicationScoped
public class RecordSteps {

    @Inject
    RecordLedger ledger;

    @Inject
    RecordDecisions decisions;

    @Inject
    Catalogue catalogue;

    @Inject
    ContentAuthors authors;

    /** A version never changes, and a call of a session bean for each step of each record is the dearer look-up. */
    private final Map<Long, ItemDefinition> definitions = new ConcurrentHashMap<>();

    /**
     * What became of a chunk of rows.
     *
     * @param toStart records whose process is to be started
     * @param overtaken records among them whose earlier process still runs and has to hear of it first
     */
    public record Admission(List<String> toStart, List<String> overtaken) {}

    /** Accepted rows of an approved lot become records, or new content of the records they belong to. */
    public Admission admit(LotContext lot, List<AdmittedRow> rows) {
        ledger.preload(rows.stream().map(AdmittedRow::recordNo).toList());
        Map<String, CreditRecord> existing =
                ledger.loaded().stream().collect(Collectors.toMap(CreditRecord::recordNo, Function.identity()));
        Set<String> toStart = new LinkedHashSet<>();
        List<String> overtaken = new ArrayList<>();
        for (AdmittedRow row : rows) {
            CreditRecord record = existing.get(row.recordNo());
            if (record == null) {
                record = CreditRecord.admit(row, lot);
                ledger.add(record);
                existing.put(row.recordNo(), record);
            } else if (record.contentHash().equals(row.contentHash())) {
                continue;
            } else {
                if (record.state() == RecordState.UNDETERMINED || record.state() == RecordState.IN_REVIEW) {
                    overtaken.add(record.recordNo());
                }
                record.revise(row, lot);
            }
            toStart.add(row.recordNo());
        }
        return new Admission(List.copyOf(toStart), overtaken);
    }

    /** Loads the records of the instances that are about to run. */
    public void preload(List<String> recordNos) {
        ledger.preload(recordNos);
    }

    /** ClassifyConduct: the section by conduct-class.dmn; empty where a person has to say. */
    public java.util.Optional<Section> classify(String recordNo, Step step) {
        CreditRecord record = ledger.get(recordNo);
        RecordDecisions.ConductClass found =
                decisions.conductClass(item(record).sectionRule().name(), record.stated());
        if (record.disclosure().raised()
                && found.section().filter(Section.WARNING::equals).isPresent()) {
            record.classify(Section.ALERT, Disclosure.RAISED, step);
            return java.util.Optional.of(Section.ALERT);
        }
        found.section().ifPresent(section -> record.classify(section, found.rule(), step));
        return found.section();
    }

    /** ApplySection: the section that a reviewer of the supplier chose. */
    public void classify(String recordNo, Section section, Step step) {
        ledger.get(recordNo).classify(section, "ClassifyRecord", step);
    }

    /**
     * DeterminePeriod: the last visible day, from what was stated and from what disclosure-period.dmn allows.
     *
     * @return whether the period is running: false when it is over, and false for unfavourable historic data whose
     *     period cannot be known
     */
    public boolean determinePeriod(String recordNo, Step step) {
        CreditRecord record = ledger.get(recordNo);
        ItemDefinition item = item(record);
        RecordDecisions.Period period = decisions.period(
                item.negative(),
                record.stated(),
                record.decidedOn(),
                record.origin().historic());
        PeriodReckoning reckoning = new PeriodReckoning(
                record.decidedOn(),
                period.maxMonths().orElse(null),
                record.stated().endsOn());
        record.setPeriod(reckoning.lastDay(), period.rule(), step);
        boolean known = period.unlimited() || reckoning.latest() != null;
        return known && !record.disclosure().overAt(step.at());
    }

    /** What the supplier said about a record; the secrecy module decides on it. */
    public RecordDecisions.Scope proposedScope(String recordNo) {
        CreditRecord record = ledger.get(recordNo);
        return decisions.scope(item(record).sectionRule().name(), record.stated());
    }

    /** DetermineScope and ApplyRuling: who may see it. */
    public void setScope(String recordNo, DisclosureScope scope, String rule, Step step) {
        ledger.get(recordNo).setScope(scope, rule, step);
    }

    /** PublishRecord; a record whose period ended while it waited for a person goes to the archive instead. */
    public void publish(String recordNo, Step step) {
        CreditRecord record = ledger.get(recordNo);
        if (record.disclosure().overAt(step.at())) {
            record.end(step);
        } else {
            record.publish(step);
        }
    }

    /** HoldRecord; a record whose period ended while it waited for a person goes to the archive instead. */
    public void hold(String recordNo, Step step) {
        CreditRecord record = ledger.get(recordNo);
        if (record.disclosure().overAt(step.at())) {
            record.end(step);
        } else {
            record.hold(step);
        }
    }

    public void withhold(String recordNo, Step step) {
        ledger.get(recordNo).withhold(step);
    }

    public void end(String recordNo, Step step) {
        ledger.get(recordNo).end(step);
    }

    /**
     * Four eyes: only the supplier's people, and nobody who put a hand to its content.
     *
     * @throws BusinessRefusal FORBIDDEN NOT_SUPPLIER or FOUR_EYES
     */
    public void refuseClassificationBy(String recordNo, Actor reviewer) {
        CreditRecord record = ledger.get(recordNo);
        if (!reviewer.actsFor(record.organisationId())) {
            throw BusinessRefusal.forbidden("NOT_SUPPLIER", recordNo);
        }
        authors.refuseDecisionBy(recordNo, reviewer);
    }

    /** The end of a transaction in which processes took steps: everything they changed is written, in sets. */
    public void settle() {
        ledger.write();
    }

    /** Whose record it is, for the owner group of a task. */
    public RecordReference reference(String recordNo) {
        CreditRecord record = ledger.get(recordNo);
        return new RecordReference(
                record.recordNo(),
                record.title(),
                record.organisationId(),
                record.subjectId(),
                record.origin().reviewedBy());
    }

    private ItemDefinition item(CreditRecord record) {
        return definitions.computeIfAbsent(record.origin().itemVersionId(), catalogue::definition);
    }
}
