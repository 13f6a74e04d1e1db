package org.chengxin.intake.control;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chengxin.catalogue.definition.CodeTableDefinition;
import org.chengxin.catalogue.definition.FieldDefinition;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.intake.boundary.EntryForm;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.text.FlatJson;

/**
 * A record that somebody typed field by field. It is a file of one row with a column for every field, the same in the
 * check and in the lot, so that no rule knows where a row came from. A blank field is a blank cell: nothing that is
 * left out on the form becomes public because of it.
 */
public final class EnteredRecord {

    /** Longest text of a field; what a cell of a file may hold. */
    private static final int LONGEST = Limits.STANDARD.maxCellLength();

    private final ItemDefinition item;
    private final Map<String, String> cells = new LinkedHashMap<>();

    /**
     * @param values field → what was typed; blank and absent are the same
     * @throws BusinessRefusal INVALID FIELD_UNKNOWN, TOO_LONG or FIELDS_MISSING, when nothing was typed at all
     */
    public EnteredRecord(ItemDefinition item, Map<String, String> values) {
        this.item = item;
        item.fields().forEach(field -> cells.put(field.name(), ""));
        values.forEach((field, value) -> {
            if (!cells.containsKey(field)) {
                throw BusinessRefusal.invalid("FIELD_UNKNOWN", field);
            }
            String text = value == null ? "" : value.replace("\u0000", "").strip();
            if (text.length() > LONGEST) {
                throw BusinessRefusal.invalid(
                        "TOO_LONG", item.field(field).orElseThrow().title());
            }
            cells.put(field, text);
        });
        if (cells.values().stream().allMatch(String::isEmpty)) {
            throw BusinessRefusal.invalid("FIELDS_MISSING");
        }
    }

    /** What the rules find in it; the row is that of the lot that it would be. */
    public CheckedRow check(Map<String, CodeTableDefinition> tables, CheckOptions options) {
        HeaderMapping mapping = HeaderMapping.identity(item, List.copyOf(cells.keySet()))
                .orElseThrow(() -> new IllegalStateException(item.code() + " does not know its own fields"));
        return new RowChecker(item, tables, mapping, options).check(1, new ArrayList<>(cells.values()));
    }

    /** The file: a JSON array of one object. */
    public byte[] file() {
        FlatJson object = FlatJson.object();
        cells.forEach(object::add);
        return FlatJson.array().add(object).toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Digest of the file, by which the same record entered twice is recognised: SHA-256 in hexadecimal. */
    public String sha256() {
        return Digests.hex(Digests.sha256(), new String(file(), StandardCharsets.UTF_8));
    }

    /** The form of an item. */
    public static EntryForm form(ItemDefinition item, Map<String, CodeTableDefinition> tables) {
        return new EntryForm(
                item.code(),
                item.version(),
                item.name(),
                item.nameEn(),
                item.fields().stream()
                        .map(field -> field(field, field.codeTable() == null ? null : tables.get(field.codeTable())))
                        .toList());
    }

    private static EntryForm.Field field(FieldDefinition field, CodeTableDefinition table) {
        return new EntryForm.Field(
                field.name(),
                field.title(),
                field.titleEn(),
                field.type(),
                field.required(),
                field.requiredGroup(),
                field.maxLength(),
                table == null
                        ? List.of()
                        : table.values().stream()
                                .map(value -> new EntryForm.Option(value.value(), value.title(), value.titleEn()))
                                .toList(),
                table != null && table.open(),
                field.personal());
    }
}
