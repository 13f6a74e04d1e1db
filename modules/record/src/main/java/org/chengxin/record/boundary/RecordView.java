package org.chengxin.record.boundary;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.chengxin.kernel.DisclosureScope;
import org.chengxin.kernel.Section;
import org.chengxin.record.entity.RecordState;

/**
 * A record as officials see it, rights applied.
 *
 * @param content fields in the order of the item, personal values masked
 * @param provenance lot, row and item version that the current content came from
 * @param sectionRule which rule or step decided the section; likewise {@code scopeRule} and {@code endsRule}
 */
public record RecordView(
        String recordNo,
        String catalogueItem,
        String itemName,
        String itemNameEn,
        int itemVersion,
        Long organisationId,
        String supplier,
        Subject subject,
        RecordState state,
        Section section,
        String sectionRule,
        DisclosureScope scope,
        String scopeRule,
        boolean disputed,
        boolean historic,
        String title,
        String legalBasis,
        LocalDate decidedOn,
        LocalDate endsOn,
        String endsRule,
        OffsetDateTime publishedAt,
        int contentVersion,
        int version,
        List<Field> content,
        Provenance provenance) {

    /** The same with its content and where that came from. */
    public RecordView with(List<Field> fields, Provenance from) {
        return new RecordView(
                recordNo,
                catalogueItem,
                itemName,
                itemNameEn,
                itemVersion,
                organisationId,
                supplier,
                subject,
                state,
                section,
                sectionRule,
                scope,
                scopeRule,
                disputed,
                historic,
                title,
                legalBasis,
                decidedOn,
                endsOn,
                endsRule,
                publishedAt,
                contentVersion,
                version,
                fields,
                from);
    }

    /** One field of the content. */
    public record Field(String name, String title, String titleEn, String value, boolean personal) {}

    /** Whom it is about. */
    public record Subject(String publicId, String name, String code, String kind, boolean outOfRegion) {}

    /** Where the current content came from. */
    public record Provenance(String submission, int row, String fileName, String enteredBy, String reviewedBy) {}
}
