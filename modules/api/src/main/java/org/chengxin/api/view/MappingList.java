package org.chengxin.api.view;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.OffsetDateTime;
import java.util.List;
import org.chengxin.catalogue.boundary.ConfirmedMapping;
import org.chengxin.intake.control.HeaderMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of the layouts that a supplier has confirmed for an item.
 *
 * @param nextCursor where to go on; absent at the end
 */
@Schema(
        name = "MappingList",
        requiredProperties = {"items"})
public record MappingList(List<Entry> items, String nextCursor) {

    /**
     * A confirmed layout.
     *
     * @param tag for If-Match, where quotation marks belong around it
     */
    @Schema(
            name = "ConfirmedMapping",
            description = "已确认的列对应关系 / a confirmed layout",
            requiredProperties = {"mapping", "confirmedBy", "confirmedAt", "tag"})
    public record Entry(MappingJson mapping, String confirmedBy, OffsetDateTime confirmedAt, String tag) {

        public static Entry of(ConfirmedMapping confirmed) {
            try (JsonReader reader = Json.createReader(new StringReader(confirmed.mapping()))) {
                return new Entry(
                        MappingJson.of(HeaderMapping.fromJson(reader.readObject())),
                        confirmed.confirmedBy(),
                        Moments.civil(confirmed.confirmedAt()),
                        confirmed.tag());
            }
        }
    }
}
