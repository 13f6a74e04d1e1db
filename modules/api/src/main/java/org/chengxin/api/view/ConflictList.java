package org.chengxin.api.view;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.chengxin.subject.boundary.FactConflict;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of conflicts between sources. */
@Schema(
        name = "ConflictList",
        requiredProperties = {"items"})
public record ConflictList(List<Conflict> items, String nextCursor) {

    /** See {@link FactConflict}. */
    @Schema(
            name = "Conflict",
            requiredProperties = {"publicId", "name", "attribute", "foundAt", "claims"})
    public record Conflict(
            String publicId,
            String code,
            String name,

            @Schema(
                    enumeration = {
                        "LEGAL_REPRESENTATIVE",
                        "ADDRESS",
                        "ESTABLISHED_ON",
                        "SUBJECT_STATUS",
                        "REGISTERED_CAPITAL"
                    })
            String attribute,

            OffsetDateTime foundAt,
            List<Claim> claims) {}

    /** See {@link FactConflict.Claim}. */
    @Schema(
            name = "ConflictClaim",
            requiredProperties = {"supplier", "catalogueItem", "holds"})
    public record Claim(
            String supplier,
            String catalogueItem,
            String value,
            LocalDate statedOn,
            String recordNo,

            @Schema(description = "按规则采信 / the one that holds by the rule")
            boolean holds) {}

    /**
     * @param found one more than a page where there are more
     */
    public static ConflictList of(List<FactConflict> found, int most) {
        List<FactConflict> page = found.size() > most ? found.subList(0, most) : found;
        return new ConflictList(
                page.stream().map(ConflictList::conflict).toList(),
                found.size() > most ? page.get(most - 1).cursor() : null);
    }

    private static Conflict conflict(FactConflict conflict) {
        return new Conflict(
                conflict.publicId(),
                conflict.code(),
                conflict.name(),
                conflict.attribute().name(),
                Moments.civil(conflict.foundAt()),
                conflict.claims().stream()
                        .map(c ->
                                new Claim(c.supplier(), c.itemCode(), c.value(), c.statedOn(), c.recordNo(), c.holds()))
                        .toList());
    }
}
