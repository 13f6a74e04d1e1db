package org.chengxin.intake.control;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengxin.catalogue.definition.CodeTableDefinition;
import org.chengxin.catalogue.definition.FieldDefinition;
import org.chengxin.catalogue.definition.FieldMeaning;
import org.chengxin.catalogue.definition.ItemDefinition;

/**
 * Cleans and checks the rows of one lot. Made once a lot: everything that does not depend on the row is prepared.
 * Not safe for use by several threads at once.
 */
public final class RowChecker {

    private static final int LONGEST_CELL = Limits.STANDARD.maxCellLength();

    private final ItemDefinition item;
    private final CheckOptions options;
    private final List<Column> columns;
    private final int headerWidth;
    private final boolean scopeColumnPresent;
    private final RowConsistency consistency;
    private final RowIdentity identity;
    private final RecordTitle title;

    /** A field of the item and the cells it can come from. */
    private record Column(FieldDefinition field, CellReader reader, int[] cells, String fixed) {}

    /**
     * Prepares the checks.
     *
     * @param tables by their codes; every table that a field of the item names must be there
     * @param mapping without problems for this item
     * @throws IllegalArgumentException when a code table is missing
     */
    public RowChecker(
            ItemDefinition item, Map<String, CodeTableDefinition> tables, HeaderMapping mapping, CheckOptions options) {
        this.item = item;
        this.options = options;
        this.headerWidth = mapping.header().size();
        this.columns = columns(item, tables, mapping);
        this.scopeColumnPresent = columns.stream()
                .anyMatch(column -> column.field().meaning() == FieldMeaning.SCOPE
                        && (column.cells().length > 0 || column.fixed() != null));
        this.consistency = new RowConsistency(item);
        this.identity = new RowIdentity(item);
        this.title = new RecordTitle(item, tables);
    }

    private static List<Column> columns(
            ItemDefinition item, Map<String, CodeTableDefinition> tables, HeaderMapping mapping) {
        List<Column> columns = new ArrayList<>();
        for (FieldDefinition field : item.fields()) {
            List<Integer> cells = new ArrayList<>();
            for (int i = 0; i < mapping.header().size(); i++) {
                if (field.name().equals(mapping.columns().get(mapping.header().get(i)))) {
                    cells.add(i);
                }
            }
            columns.add(new Column(
                    field,
                    CellReaders.of(field, tables),
                    cells.stream().mapToInt(Integer::intValue).toArray(),
                    mapping.fixed().get(field.name())));
        }
        return List.copyOf(columns);
    }

    /**
     * Checks a row. Never throws for anything a row may hold.
     *
     * @param row its number as a person sees it in the file
     * @param cells as {@link RowSource#cells()} gives them
     */
    public CheckedRow check(int row, List<String> cells) {
        RowDraft draft = new RowDraft(row, options);
        Map<String, Object> content = new LinkedHashMap<>();
        if (isEmpty(cells)) {
            draft.find(FindingRule.EMPTY_ROW, null, null);
            return checked(draft, content);
        }
        refuseExtraCells(cells, draft);
        for (Column column : columns) {
            Object value = value(column, cells, draft);
            if (value != null) {
                content.put(column.field().name(), value);
                if (column.field().meaning() != FieldMeaning.NONE) {
                    draft.byMeaning.putIfAbsent(column.field().meaning(), value);
                }
            }
        }
        takeRedirected(content, draft);
        consistency.check(content, draft);
        return checked(draft, content);
    }

    private void takeRedirected(Map<String, Object> content, RowDraft draft) {
        draft.redirected.forEach((meaning, value) -> item.field(meaning).ifPresent(field -> {
            content.putIfAbsent(field.name(), value);
            draft.byMeaning.putIfAbsent(meaning, value);
        }));
    }

    private static boolean isEmpty(List<String> cells) {
        for (String cell : cells) {
            if (!Blank.isBlank(cell)) {
                return false;
            }
        }
        return true;
    }

    private void refuseExtraCells(List<String> cells, RowDraft draft) {
        for (int i = headerWidth; i < cells.size(); i++) {
            if (!Blank.isBlank(cells.get(i))) {
                draft.find(
                        FindingRule.EXTRA_CELLS,
                        null,
                        cells.get(i),
                        String.valueOf(i + 1),
                        String.valueOf(headerWidth));
                return;
            }
        }
    }

    private Object value(Column column, List<String> cells, RowDraft draft) {
        if (column.fixed() != null) {
            return column.reader().read(column.fixed(), draft);
        }
        Object value = null;
        for (int index : column.cells()) {
            String cell = index < cells.size() ? cells.get(index) : "";
            if (Blank.isBlank(cell)) {
                continue;
            }
            if (cell.length() > LONGEST_CELL) {
                draft.find(FindingRule.CELL_TOO_LONG, column.field(), cell, String.valueOf(LONGEST_CELL));
                continue;
            }
            Object read = column.reader().read(cell, draft);
            if (value == null) {
                value = read;
            } else if (read != null && !read.equals(value)) {
                draft.find(
                        FindingRule.COLUMNS_CONTRADICT,
                        column.field(),
                        cell,
                        RowDraft.shown(column.field(), String.valueOf(value)));
            }
        }
        return value;
    }

    private CheckedRow checked(RowDraft draft, Map<String, Object> content) {
        SubjectReference subject = consistency.subject(draft);
        return new CheckedRow(
                draft.row,
                content,
                draft.findings,
                draft.outcome(),
                title.of(content),
                identity.dedupeKey(subject, content),
                identity.neutralKey(content),
                identity.contentHash(content),
                subject,
                scopeColumnPresent,
                draft.scope,
                draft.severity,
                Optional.ofNullable(draft.dates.get(FieldMeaning.DECIDED_ON)),
                Optional.ofNullable(draft.dates.get(FieldMeaning.ENDS_ON)),
                Optional.ofNullable(draft.byMeaning.get(FieldMeaning.PERIOD_MONTHS))
                        .map(months -> ((BigDecimal) months).intValue()),
                draft.cleaned);
    }

    /** The item whose rows are checked. */
    public ItemDefinition item() {
        return item;
    }
}
