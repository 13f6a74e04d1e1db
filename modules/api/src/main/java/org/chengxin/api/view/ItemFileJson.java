package org.chengxin.api.view;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chengxin.catalogue.boundary.ItemFile;
import org.chengxin.organisation.boundary.OrganisationSummary;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All that is kept of an item. */
@Schema(
        name = "CatalogueItemFile",
        description = "目录项的全部版本和提供单位 / every version of an item, and its suppliers",
        requiredProperties = {"code", "versions", "suppliers"})
public record ItemFileJson(String code, List<Version> versions, List<Supplier> suppliers) {

    /** A version of the item. */
    @Schema(
            name = "CatalogueItemVersion",
            requiredProperties = {"version", "effectiveFrom", "live", "used", "definition"})
    public record Version(
            int version,

            @Schema(description = "生效日期 / first day on which lots are checked with it")
            String effectiveFrom,

            @Schema(description = "今日有效 / live today") boolean live,

            @Schema(description = "已有批次按此版本检查，不能再改 / a lot was checked with it, so that it stays")
            boolean used,

            String createdBy,

            @Schema(type = SchemaType.OBJECT, description = "定义 / what PUT takes")
            JsonObject definition) {}

    /** An organisation that may supply the item, and what it declared once and for all. */
    @Schema(
            name = "CatalogueItemSupplier",
            requiredProperties = {"code", "name"})
    public record Supplier(
            String code,
            String name,
            String standingScope,
            Integer declaredVersion,
            String declaredBy,
            String declaredOn) {}

    /** The answer about an item. */
    public static ItemFileJson of(ItemFile file, List<OrganisationSummary> organisations) {
        Map<Long, OrganisationSummary> byId =
                organisations.stream().collect(Collectors.toMap(OrganisationSummary::id, one -> one));
        return new ItemFileJson(
                file.code(),
                file.versions().stream()
                        .map(version -> new Version(
                                version.definition().version(),
                                version.effectiveFrom().toString(),
                                version.live(),
                                version.used(),
                                version.createdBy(),
                                version.definition().toJson()))
                        .toList(),
                file.suppliers().stream()
                        .map(supplier -> new Supplier(
                                byId.get(supplier.organisationId()).code(),
                                byId.get(supplier.organisationId()).name(),
                                supplier.standingScope() == null
                                        ? null
                                        : supplier.standingScope().name(),
                                supplier.declaredVersion(),
                                supplier.declaredBy(),
                                supplier.declaredOn() == null
                                        ? null
                                        : supplier.declaredOn().toString()))
                        .toList());
    }
}
