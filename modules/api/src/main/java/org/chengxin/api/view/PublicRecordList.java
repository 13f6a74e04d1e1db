package org.chengxin.api.view;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chengxin.publication.boundary.Page;
import org.chengxin.publication.boundary.PublicRecord;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of public records, newest first.
 *
 * @param nextCursor where to go on; absent at the end
 */
@Schema(
        name = "PublicRecordList",
        requiredProperties = {"items"})
public record PublicRecordList(List<Item> items, String nextCursor) {

    /**
     * A record as everybody may see it.
     *
     * @param section as in the query: identity, good, warning or alert
     * @param item Chinese name of the catalogue item
     * @param endsOn last visible day, Asia/Shanghai; absent for no end
     * @param content name of a field → disclosed value, in the item's order, personal ones masked
     */
    @Schema(
            name = "PublicRecord",
            description = "公示记录 / a record as everybody may see it",
            requiredProperties = {"recordNo", "section", "item", "title", "supplier", "disputed", "content"})
    public record Item(
            String recordNo,

            @Schema(enumeration = {"identity", "good", "warning", "alert"})
            String section,

            String item,
            String title,
            String supplier,
            String legalBasis,
            LocalDate decidedOn,
            LocalDate publishedOn,

            @Schema(description = "最后公示日 / last visible day")
            LocalDate endsOn,

            @Schema(description = "异议处理中 / an objection is running")
            boolean disputed,

            Map<String, String> content) {}

    public static PublicRecordList of(Page<PublicRecord> page) {
        return new PublicRecordList(
                page.items().stream().map(PublicRecordList::item).toList(), page.nextCursor());
    }

    private static Item item(PublicRecord record) {
        Map<String, String> content = new LinkedHashMap<>();
        record.content().forEach(field -> content.put(field.name(), field.value()));
        return new Item(
                record.recordNo(),
                record.section().pathName(),
                record.item(),
                record.title(),
                record.supplier(),
                record.legalBasis(),
                record.decidedOn(),
                record.publishedOn(),
                record.endsOn(),
                record.disputed(),
                content);
    }
}
