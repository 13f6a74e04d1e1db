package org.chengxin.intake.control;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengxin.catalogue.definition.FieldDefinition;
import org.chengxin.catalogue.definition.FieldMeaning;
import org.chengxin.catalogue.definition.FieldType;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.kernel.code.OrganisationCode;
import org.chengxin.kernel.code.SubjectCode.Classified;
import org.chengxin.kernel.code.TaxpayerNumber;
import org.chengxin.kernel.code.UnifiedSocialCreditCode;
import org.chengxin.kernel.text.ChineseAmount;
import org.chengxin.kernel.text.NameNormaliser;

/** What the fields of a row have to say together: that nothing mandatory is missing and nothing contradicts itself. */
final class RowConsistency {

    /** The longest disclosure period that any rule knows (58号令, 国办发〔2025〕22号): three years. */
    private static final int LONGEST_PERIOD_YEARS = 3;

    private static final List<FieldMeaning> CONTENT_OF_A_PENALTY =
            List.of(FieldMeaning.FACTS, FieldMeaning.RESULT, FieldMeaning.DOCUMENT_NO, FieldMeaning.DECIDED_ON);

    private final ItemDefinition item;
    private final List<FieldDefinition> required;
    private final Map<String, List<FieldDefinition>> groups = new LinkedHashMap<>();
    private final List<FieldDefinition> amounts;
    private final FieldDefinition amount;
    private final FieldDefinition nameField;
    private final FieldDefinition otherName;

    RowConsistency(ItemDefinition item) {
        this.item = item;
        this.required = item.fields().stream().filter(FieldDefinition::required).toList();
        for (FieldDefinition field : item.fields()) {
            if (field.requiredGroup() != null) {
                groups.computeIfAbsent(field.requiredGroup(), key -> new ArrayList<>())
                        .add(field);
            }
        }
        this.amounts = item.fields().stream()
                .filter(field -> field.type() == FieldType.AMOUNT_YUAN || field.type() == FieldType.AMOUNT_WAN)
                .toList();
        this.amount = item.negative() && !amounts.isEmpty() ? amounts.get(0) : null;
        this.nameField = item.field(FieldMeaning.SUBJECT_NAME).orElse(null);
        this.otherName = item.field(FieldMeaning.OTHER_NAME).orElse(null);
    }

    /** Whom the row is about. */
    SubjectReference subject(RowDraft draft) {
        String former = draft.text(FieldMeaning.FORMER_NAMES);
        List<String> formerNames = former == null ? List.of() : Arrays.asList(former.split("；"));
        return new SubjectReference(draft.text(FieldMeaning.SUBJECT_NAME), draft.codes, formerNames);
    }

    void check(Map<String, Object> content, RowDraft draft) {
        judgeFurtherCodes(draft);
        boolean nobody = draft.text(FieldMeaning.SUBJECT_NAME) == null && draft.codes.isEmpty();
        if (nobody && !draft.wrongCode && draft.wrongFurtherCodes.isEmpty() && !nameIsUnreadable(draft)) {
            draft.find(FindingRule.SUBJECT_MISSING, nameField, null);
        }
        boolean withoutContent =
                item.negative() && CONTENT_OF_A_PENALTY.stream().noneMatch(draft.byMeaning::containsKey);
        if (withoutContent) {
            draft.find(FindingRule.NO_CONTENT, null, null);
        } else {
            demandRequired(content, draft, nobody);
            demandGroups(content, draft, nobody);
        }
        compareCodes(draft);
        compareDates(draft);
        compareNames(draft);
        seekAmount(content, draft);
    }

    private static boolean nameIsUnreadable(RowDraft draft) {
        return draft.findings.stream().anyMatch(finding -> finding.rule() == FindingRule.NAME_UNREADABLE);
    }

    /** Where a first code is right, a wrong further one is left out; where none is, the row cannot be matched by code. */
    private static void judgeFurtherCodes(RowDraft draft) {
        for (Finding wrong : draft.wrongFurtherCodes) {
            FindingSeverity severity = draft.codes.isEmpty() ? FindingSeverity.ERROR : FindingSeverity.WARNING;
            draft.findings.add(new Finding(
                    wrong.row(),
                    wrong.field(),
                    wrong.value(),
                    wrong.rule(),
                    severity,
                    wrong.args(),
                    wrong.suggestion()));
        }
    }

    private void demandRequired(Map<String, Object> content, RowDraft draft, boolean nobody) {
        for (FieldDefinition field : required) {
            if (!isFilled(field, content, draft) && !hasFinding(field, draft)) {
                boolean subject = field.meaning().identifiesSubject();
                if (!(subject && nobody)) {
                    draft.add(FindingRule.REQUIRED_MISSING, severity(subject, draft), field, null, null, field.title());
                }
            }
        }
    }

    private void demandGroups(Map<String, Object> content, RowDraft draft, boolean nobody) {
        groups.forEach((group, fields) -> {
            boolean filled = fields.stream().anyMatch(field -> isFilled(field, content, draft));
            boolean told = fields.stream().anyMatch(field -> hasFinding(field, draft));
            boolean subject = fields.stream().anyMatch(field -> field.meaning().identifiesSubject());
            if (!filled && !told && !(subject && nobody)) {
                String titles = String.join(
                        " / ", fields.stream().map(FieldDefinition::title).toList());
                draft.add(FindingRule.GROUP_MISSING, severity(subject, draft), fields.get(0), null, null, titles);
            }
        });
    }

    /** F20: what old data lacks is remarked upon and no more, except whom it is about. */
    private static FindingSeverity severity(boolean subject, RowDraft draft) {
        return draft.options.historic() && !subject ? FindingSeverity.WARNING : FindingSeverity.ERROR;
    }

    private static boolean isFilled(FieldDefinition field, Map<String, Object> content, RowDraft draft) {
        return content.containsKey(field.name()) || field.meaning() == FieldMeaning.SCOPE && draft.scope.isPresent();
    }

    /** A value that was there and could not be read is no missing value. */
    private static boolean hasFinding(FieldDefinition field, RowDraft draft) {
        for (Finding finding : draft.findings) {
            if (field.name().equals(finding.field())) {
                return true;
            }
        }
        return false;
    }

    private void compareCodes(RowDraft draft) {
        String organisation = null;
        for (Classified code : draft.codes) {
            String inside = organisationCode(code).orElse(null);
            if (inside != null && organisation != null && !inside.equals(organisation)) {
                FieldDefinition field = item.field(FieldMeaning.SUBJECT_CODE).orElse(nameField);
                draft.find(FindingRule.CODES_CONTRADICT, field, code.value(), organisation, inside);
                return;
            }
            organisation = organisation == null ? inside : organisation;
        }
    }

    private static Optional<String> organisationCode(Classified code) {
        return switch (code.kind()) {
            case UNIFIED ->
                UnifiedSocialCreditCode.parse(code.value())
                        .map(UnifiedSocialCreditCode::organisationCode)
                        .map(OrganisationCode::value);
            case TAXPAYER ->
                TaxpayerNumber.parse(code.value())
                        .flatMap(TaxpayerNumber::organisationCode)
                        .map(OrganisationCode::value);
            case ORGANISATION -> Optional.of(code.value());
            default -> Optional.empty();
        };
    }

    private void compareDates(RowDraft draft) {
        LocalDate decided = draft.dates.get(FieldMeaning.DECIDED_ON);
        LocalDate established = draft.dates.get(FieldMeaning.ESTABLISHED_ON);
        LocalDate ends = draft.dates.get(FieldMeaning.ENDS_ON);
        if (decided != null && established != null && decided.isBefore(established)) {
            draft.find(
                    FindingRule.DATE_BEFORE_ESTABLISHED,
                    field(FieldMeaning.DECIDED_ON),
                    decided.toString(),
                    established.toString());
        }
        if (decided == null || ends == null) {
            return;
        }
        if (ends.isBefore(decided)) {
            draft.find(
                    FindingRule.ENDS_BEFORE_DECIDED, field(FieldMeaning.ENDS_ON), ends.toString(), decided.toString());
        } else if (item.negative() && ends.isAfter(decided.plusYears(LONGEST_PERIOD_YEARS))) {
            String latest = decided.plusYears(LONGEST_PERIOD_YEARS).toString();
            draft.suggest(FindingRule.PERIOD_TOO_LONG, field(FieldMeaning.ENDS_ON), ends.toString(), latest, latest);
        }
    }

    private FieldDefinition field(FieldMeaning meaning) {
        return item.field(meaning).orElse(null);
    }

    private void compareNames(RowDraft draft) {
        String name = draft.text(FieldMeaning.SUBJECT_NAME);
        String other = draft.text(FieldMeaning.OTHER_NAME);
        if (name == null || other == null || name.equals(other)) {
            return;
        }
        if (!NameNormaliser.normalise(name).equals(NameNormaliser.normalise(other))) {
            draft.find(FindingRule.NAME_DIFFERS, otherName, other, name);
        }
    }

    private boolean anyAmount(Map<String, Object> content) {
        return amounts.stream().anyMatch(field -> content.containsKey(field.name()));
    }

    /** The fine that the decision states, where the column for it is blank; only offered, never taken over. */
    private void seekAmount(Map<String, Object> content, RowDraft draft) {
        String result = draft.text(FieldMeaning.RESULT);
        if (amount == null || result == null || anyAmount(content)) {
            return;
        }
        List<ChineseAmount.Found> found = ChineseAmount.findIn(result);
        if (found.size() == 1 && !hasFinding(amount, draft)) {
            BigDecimal yuan = found.get(0).yuan();
            BigDecimal value = amount.type() == FieldType.AMOUNT_WAN ? yuan.movePointLeft(4) : yuan;
            String suggestion = value.stripTrailingZeros().toPlainString();
            draft.suggest(
                    FindingRule.AMOUNT_IN_TEXT,
                    amount,
                    null,
                    suggestion,
                    found.get(0).text());
        }
    }
}
