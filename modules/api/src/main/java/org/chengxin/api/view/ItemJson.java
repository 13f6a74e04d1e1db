package org.chengxin.api.view;

import java.util.List;
import java.util.Map;
import org.chengxin.catalogue.boundary.CatalogueEntry;
import org.chengxin.catalogue.definition.CodeTableDefinition;
import org.chengxin.catalogue.definition.FieldDefinition;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.organisation.boundary.OrganisationSummary;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A catalogue item in the version that is live today.
 *
 * @param codeTables the tables that its fields name, with the values allowed; absent in lists
 */
@Schema(
        name = "CatalogueItem",
        description = "目录项 / a catalogue item, in the version live today",
        requiredProperties = {"code", "version", "name", "negative", "suppliers", "fields"})
public record ItemJson(
        String code,
        int version,
        String name,
        String nameEn,

        @Schema(description = "归集依据 / law by which it is collected")
        String legalBasis,

        @Schema(enumeration = {"REAL_TIME", "WEEKLY", "MONTHLY", "QUARTERLY", "YEARLY"})
        String frequency,

        @Schema(description = "对主体不利 / unfavourable to the subject")
        boolean negative,

        @Schema(description = "仅为建议，不是默认值 / a proposal, never a default")
        String proposedScope,

        List<Supplier> suppliers,
        List<Field> fields,
        List<CodeTable> codeTables) {

    /** An organisation that may supply the item. */
    @Schema(
            name = "ItemSupplier",
            requiredProperties = {"code", "name"})
    public record Supplier(String code, String name) {}

    /**
     * A field.
     *
     * @param length in characters; absent for the limit of the type
     * @param requiredGroup of the fields that share this text at least one has to be filled
     */
    @Schema(
            name = "ItemField",
            requiredProperties = {"name", "title", "type", "required", "personal", "aliases"})
    public record Field(
            String name,

            @Schema(description = "中文名称，模板的列名 / Chinese title, heading of the template")
            String title,

            String titleEn,
            String type,
            Integer length,
            boolean required,
            String requiredGroup,
            String codeTable,
            @Schema(description = "个人信息 / personal data") boolean personal,
            List<String> aliases) {

        static Field of(FieldDefinition field) {
            return new Field(
                    field.name(),
                    field.title(),
                    field.titleEn(),
                    field.type().name(),
                    field.maxLength(),
                    field.required(),
                    field.requiredGroup(),
                    field.codeTable(),
                    field.personal(),
                    field.aliases());
        }
    }

    /**
     * A code table.
     *
     * @param open values outside the table are kept and remarked upon instead of refused
     */
    @Schema(
            name = "CodeTable",
            requiredProperties = {"code", "open", "values"})
    public record CodeTable(String code, String name, boolean open, List<CodeValue> values) {

        static CodeTable of(CodeTableDefinition table) {
            return new CodeTable(
                    table.code(),
                    table.name(),
                    table.open(),
                    table.values().stream()
                            .map(value -> new CodeValue(value.value(), value.title(), value.titleEn()))
                            .toList());
        }
    }

    /** A standard value. */
    @Schema(
            name = "CodeValue",
            requiredProperties = {"value", "title"})
    public record CodeValue(String value, String title, String titleEn) {}

    /** An item of a list, without its code tables. */
    public static ItemJson of(CatalogueEntry entry, List<OrganisationSummary> organisations) {
        return of(entry, organisations, (List<CodeTable>) null);
    }

    /** An item with the code tables that its fields name. */
    public static ItemJson of(
            CatalogueEntry entry, List<OrganisationSummary> organisations, Map<String, CodeTableDefinition> tables) {
        List<CodeTable> used = entry.definition().fields().stream()
                .map(FieldDefinition::codeTable)
                .filter(code -> code != null && tables.containsKey(code))
                .distinct()
                .map(code -> CodeTable.of(tables.get(code)))
                .toList();
        return of(entry, organisations, used);
    }

    private static ItemJson of(
            CatalogueEntry entry, List<OrganisationSummary> organisations, List<CodeTable> codeTables) {
        ItemDefinition item = entry.definition();
        return new ItemJson(
                item.code(),
                item.version(),
                item.name(),
                item.nameEn(),
                item.legalBasis(),
                item.frequency(),
                item.negative(),
                item.proposedScope() == null ? null : item.proposedScope().name(),
                organisations.stream()
                        .filter(organisation -> entry.suppliedBy(organisation.id()))
                        .map(organisation -> new Supplier(organisation.code(), organisation.name()))
                        .toList(),
                item.fields().stream().map(Field::of).toList(),
                codeTables);
    }
}
