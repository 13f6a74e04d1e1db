package org.chengxin.intake.control;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengxin.catalogue.definition.FieldDefinition;
import org.chengxin.catalogue.definition.FieldMeaning;
import org.chengxin.catalogue.definition.FieldType;
import org.chengxin.kernel.DisclosureScope;
import org.chengxin.kernel.Severity;
import org.chengxin.kernel.code.SubjectCode.Classified;
import org.chengxin.kernel.text.Cleaned;
import org.chengxin.kernel.text.CleaningRule;
import org.chengxin.kernel.text.Masking;

/** What is known of a row while it is being checked. */
final class RowDraft {

    final int row;
    final CheckOptions options;
    final Map<FieldMeaning, Object> byMeaning = new EnumMap<>(FieldMeaning.class);
    final Map<FieldMeaning, LocalDate> dates = new EnumMap<>(FieldMeaning.class);
    final List<Classified> codes = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();
    final Map<String, Integer> cleaned = new HashMap<>();
    /** Values that were found in the column of another meaning: an end given as a length, a length as an end. */
    final Map<FieldMeaning, Object> redirected = new EnumMap<>(FieldMeaning.class);

    Optional<DisclosureScope> scope = Optional.empty();
    Optional<Severity> severity = Optional.empty();
    /** A code was there and was wrong: then the row says whom it means, only not rightly. */
    boolean wrongCode;

    /** Wrong further codes; how bad that is depends on the first. */
    final List<Finding> wrongFurtherCodes = new ArrayList<>();

    RowDraft(int row, CheckOptions options) {
        this.row = row;
        this.options = options;
    }

    /** Counts what cleaning changed. */
    String count(Cleaned text) {
        if (text.isChanged()) {
            for (CleaningRule rule : text.applied()) {
                count(rule.name());
            }
        }
        return text.value();
    }

    void count(String rule) {
        cleaned.merge(rule, 1, Integer::sum);
    }

    /** Adds a finding with the severity of its rule. */
    void find(FindingRule rule, FieldDefinition field, String value, String... args) {
        add(rule, rule.severity(), field, value, null, args);
    }

    /** Adds a finding with a suggestion. */
    void suggest(FindingRule rule, FieldDefinition field, String value, String suggestion, String... args) {
        add(rule, rule.severity(), field, value, suggestion, args);
    }

    /**
     * Adds a finding about a value that cannot be read: an error where the field is required, else a warning, for then
     * the row goes on without the value.
     */
    void unreadable(FindingRule rule, FieldDefinition field, String value, String... args) {
        boolean demanded = field.required() && !options.historic();
        add(rule, demanded ? FindingSeverity.ERROR : FindingSeverity.WARNING, field, value, null, args);
    }

    /**
     * Adds a finding about several dates in one cell. Where anything follows from the date a person has to say which
     * one it is. A date that only informs is left out with a warning: no choice is made, the row as it was sent is kept,
     * and nothing that the record needs is lost.
     */
    void several(FieldDefinition field, String value) {
        boolean follows = field.required() || field.requiredGroup() != null || field.meaning() != FieldMeaning.NONE;
        add(FindingRule.SEVERAL_DATES, follows ? FindingSeverity.SUSPECT : FindingSeverity.WARNING, field, value, null);
    }

    void add(
            FindingRule rule,
            FindingSeverity severity,
            FieldDefinition field,
            String value,
            String suggestion,
            String... args) {
        findings.add(finding(rule, severity, field, value, suggestion, args));
    }

    Finding finding(
            FindingRule rule,
            FindingSeverity severity,
            FieldDefinition field,
            String value,
            String suggestion,
            String... args) {
        String name = field == null ? null : field.name();
        List<String> shownArgs = Arrays.stream(args).map(Masking::maskIdsIn).toList();
        return new Finding(row, name, shown(field, value), rule, severity, shownArgs, suggestion);
    }

    /** A value as a finding may show it: personal fields masked, citizens' numbers everywhere, mobile numbers in prose. */
    static String shown(FieldDefinition field, String value) {
        if (value == null) {
            return null;
        }
        if (field == null || field.isProse() && !field.personal()) {
            return Masking.maskNumbersIn(value);
        }
        if (!field.personal()) {
            return Masking.maskIdsIn(value);
        }
        if (field.type() == FieldType.PHONE) {
            return Masking.phone(value);
        }
        return field.type() == FieldType.TEXT || field.type() == FieldType.NAMES
                ? Masking.personName(value)
                : Masking.id(value);
    }

    /** The worst of the findings. */
    Outcome outcome() {
        Outcome outcome = Outcome.ACCEPTABLE;
        for (Finding finding : findings) {
            if (finding.severity() == FindingSeverity.ERROR) {
                return Outcome.REJECTED;
            }
            if (finding.severity() == FindingSeverity.SUSPECT) {
                outcome = Outcome.SUSPECT;
            }
        }
        return outcome;
    }

    String text(FieldMeaning meaning) {
        Object value = byMeaning.get(meaning);
        return value instanceof String text ? text : null;
    }
}
