package org.chengxin.record.boundary;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.chengxin.kernel.DisclosureScope;
import org.chengxin.kernel.Section;
import org.chengxin.record.entity.RecordState;

/**
 * A page of records, latest first.
 *
 * @param next position to go on from; null at the end
 * @param complete false where the page ends early, because so many records were looked at and few of them fit
 */
public record RecordList(List<Row> rows, Long next, boolean complete) {

    /**
     * A record in a list.
     *
     * @param subject its name; of a natural person the family name only
     */
    public record Row(
            String recordNo,
            String title,
            String catalogueItem,
            String itemName,
            String itemNameEn,
            String supplier,
            String subject,
            RecordState state,
            Section section,
            DisclosureScope scope,
            LocalDate endsOn,
            int contentVersion,
            OffsetDateTime createdAt) {}
}
