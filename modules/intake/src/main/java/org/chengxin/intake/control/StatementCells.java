package org.chengxin.intake.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengxin.catalogue.definition.CodeTableDefinition;
import org.chengxin.catalogue.definition.FieldDefinition;
import org.chengxin.kernel.DisclosureScope;
import org.chengxin.kernel.Severity;
import org.chengxin.kernel.text.TextCleaning;

/** Cells whose words come from a closed list. */
final class StatementCells {

    private StatementCells() {}

    /** Who may see the record. Kept beside the content, since it changes by a process of its own. */
    record OfScope(FieldDefinition field) implements CellReader {
        @Override
        public Object read(String cell, RowDraft draft) {
            draft.scope = DisclosureScope.parse(cell);
            if (draft.scope.isEmpty() && !Blank.isPlaceholder(TextCleaning.token(cell))) {
                draft.find(FindingRule.SCOPE_UNKNOWN, field, cell);
            }
            return null;
        }
    }

    /** How severe the supplier says it is; kept in Chinese, as public records show it. */
    record OfSeverity(FieldDefinition field) implements CellReader {

        private static final java.util.Set<String> NOT_STATED = java.util.Set.of("0", "未定");

        @Override
        public Object read(String cell, RowDraft draft) {
            draft.severity = Severity.parse(cell);
            String word = TextCleaning.token(cell);
            if (draft.severity.isEmpty() && !Blank.isPlaceholder(word) && !NOT_STATED.contains(word)) {
                draft.find(FindingRule.SEVERITY_UNKNOWN, field, cell);
            }
            return draft.severity.map(Severity::title).orElse(null);
        }
    }

    /** A value of a code table, or several of them; kept as standard codes with ； between them. */
    static final class OfCode implements CellReader {

        private static final String SEPARATORS = "[；;、,，/]";
        private final FieldDefinition field;
        private final CodeTableDefinition table;
        private final Map<String, CodeTableDefinition.Value> index;

        OfCode(FieldDefinition field, CodeTableDefinition table) {
            this.field = field;
            this.table = table;
            this.index = table.index();
        }

        @Override
        public Object read(String cell, RowDraft draft) {
            String word = draft.count(TextCleaning.prose(cell));
            Optional<String> code = find(word, draft);
            if (code.isPresent()) {
                return code.get();
            }
            if (Blank.isPlaceholder(word)) {
                draft.count(Clean.PLACEHOLDER_REMOVED);
                return null;
            }
            List<String> codes = new ArrayList<>();
            for (String part : word.split(SEPARATORS)) {
                find(part, draft).filter(found -> !codes.contains(found)).ifPresentOrElse(codes::add, () -> {
                    if (find(part, draft).isEmpty() && !Blank.isBlank(part)) {
                        unknown(part, draft);
                        if (table.open()) {
                            codes.add(part.strip());
                        }
                    }
                });
            }
            return codes.isEmpty() ? null : String.join("；", codes);
        }

        private Optional<String> find(String word, RowDraft draft) {
            CodeTableDefinition.Value value = index.get(CodeTableDefinition.key(word));
            if (value == null) {
                return Optional.empty();
            }
            if (!value.value().equals(word)) {
                draft.count(Clean.CODE_CONVERTED);
            }
            return Optional.of(value.value());
        }

        private void unknown(String word, RowDraft draft) {
            draft.count(Clean.codeUnknown(field.name()));
            if (table.open()) {
                draft.add(FindingRule.CODE_UNKNOWN, FindingSeverity.WARNING, field, word, null, table.name());
            } else {
                draft.unreadable(FindingRule.CODE_UNKNOWN, field, word, table.name());
            }
        }
    }
}
