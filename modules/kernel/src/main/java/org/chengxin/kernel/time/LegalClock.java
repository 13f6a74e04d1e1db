package org.chengxin.kernel.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The one place where legal deadlines come from. The rule that counts is the one in effect on the day of the event. */
public final class LegalClock {

    private final WorkingCalendar calendar;
    private final List<LegalRule> rules;

    /** @throws IllegalArgumentException if two rules of the same id are in effect at the same time */
    public LegalClock(WorkingCalendar calendar, Collection<LegalRule> rules) {
        this.calendar = calendar;
        this.rules = List.copyOf(rules);
        for (int i = 0; i < this.rules.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (overlap(this.rules.get(i), this.rules.get(j))) {
                    throw new IllegalArgumentException(
                            "two rules at the same time: " + this.rules.get(i).id());
                }
            }
        }
    }

    private static boolean overlap(LegalRule one, LegalRule other) {
        return one.id().equals(other.id())
                && (one.effectiveTo() == null
                        || other.effectiveFrom() == null
                        || !one.effectiveTo().isBefore(other.effectiveFrom()))
                && (other.effectiveTo() == null
                        || one.effectiveFrom() == null
                        || !other.effectiveTo().isBefore(one.effectiveFrom()));
    }

    /** With the rules and calendars that come with this version. */
    public static LegalClock shipped() {
        return new LegalClock(WorkingCalendar.shipped(), LegalRulesText.shipped());
    }

    /** With the rules that come with this version and another calendar. */
    public static LegalClock shipped(WorkingCalendar calendar) {
        return new LegalClock(calendar, LegalRulesText.shipped());
    }

    public WorkingCalendar calendar() {
        return calendar;
    }

    /** All rules, of all times. */
    public List<LegalRule> rules() {
        return rules;
    }

    /** The rule with this id in effect on a day. */
    public Optional<LegalRule> ruleOn(String ruleId, LocalDate day) {
        return rules.stream()
                .filter(rule -> rule.id().equals(ruleId) && rule.isEffectiveOn(day))
                .findFirst();
    }

    /**
     * When the term that starts with an event ends.
     *
     * @param ruleId    see {@link LegalTerms}
     * @param startedOn the day of the event, civil date in Asia/Shanghai
     * @throws NoSuchElementException if no rule with this id was in effect on that day
     */
    public Deadline deadline(String ruleId, LocalDate startedOn) {
        LegalRule rule = ruleOn(ruleId, startedOn)
                .orElseThrow(() -> new NoSuchElementException("no rule " + ruleId + " in effect on " + startedOn));
        return deadline(rule, startedOn);
    }

    /** When the term of a given rule ends, whatever its dates of effect. */
    public Deadline deadline(LegalRule rule, LocalDate startedOn) {
        return switch (rule.unit()) {
            case WORKING_DAYS -> {
                WorkingDay due = calendar.plusWorkingDays(startedOn, rule.amount());
                yield new Deadline(due.date(), rule, due.provisional(), startedOn);
            }
            case CALENDAR_DAYS -> new Deadline(startedOn.plusDays(rule.amount()), rule, false, startedOn);
            case MONTHS -> new Deadline(startedOn.plusMonths(rule.amount()), rule, false, startedOn);
            case YEARS -> new Deadline(startedOn.plusYears(rule.amount()), rule, false, startedOn);
        };
    }

    /**
     * The day at whose beginning those who are to act are reminded: a working day, the first of so many last ones.
     *
     * @throws NoSuchElementException if no rule says how many, see {@link LegalTerms#reminderOf}
     */
    public LocalDate reminderOf(Deadline deadline) {
        LegalRule rule = houseRule(LegalTerms.reminderOf(deadline.rule().id()), deadline);
        return calendar.minusWorkingDays(deadline.dueOn(), rule.amount()).date().plusDays(1);
    }

    /**
     * The day at whose beginning their superior is told that it was not done: so many working days have passed in vain
     * since the last day in time.
     *
     * @throws NoSuchElementException if no rule says how many, see {@link LegalTerms#ESCALATION}
     */
    public LocalDate escalationOf(Deadline deadline) {
        LegalRule rule = houseRule(LegalTerms.ESCALATION, deadline);
        return calendar.plusWorkingDays(deadline.dueOn(), rule.amount()).date().plusDays(1);
    }

    private LegalRule houseRule(String id, Deadline deadline) {
        return ruleOn(id, deadline.startedOn())
                .orElseThrow(
                        () -> new NoSuchElementException("no rule " + id + " in effect on " + deadline.startedOn()));
    }

    /**
     * Where several rules bind the same act, the earliest deadline of those in effect.
     *
     * @throws NoSuchElementException if none of the rules was in effect on that day
     */
    public Deadline earliest(LocalDate startedOn, String... ruleIds) {
        List<Deadline> deadlines = new ArrayList<>();
        for (String ruleId : ruleIds) {
            ruleOn(ruleId, startedOn).ifPresent(rule -> deadlines.add(deadline(rule, startedOn)));
        }
        return deadlines.stream()
                .min(Comparator.comparing(Deadline::dueOn))
                .orElseThrow(() -> new NoSuchElementException("no rule in effect on " + startedOn));
    }
}
