package org.chengxin.api.view;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chengxin.record.boundary.RecordView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A record as officials see it.
 *
 * @param content name of a field → value, in the item's order; personal values masked, for everybody
 * @param fields titles of the fields in {@code content}
 * @param endsOn last visible day, Asia/Shanghai
 */
@Schema(
        name = "CreditRecord",
        description = "信用记录 / a record as officials see it",
        requiredProperties = {
            "recordNo",
            "catalogueItem",
            "itemName",
            "itemVersion",
            "supplier",
            "state",
            "disputed",
            "historic",
            "title",
            "contentVersion",
            "content",
            "fields"
        })
public record RecordJson(
        String recordNo,
        String catalogueItem,
        String itemName,
        String itemNameEn,
        int itemVersion,
        String supplier,
        Subject subject,

        @Schema(
                enumeration = {
                    "RECEIVED",
                    "IN_REVIEW",
                    "RETURNED",
                    "UNDETERMINED",
                    "HELD",
                    "PUBLISHED",
                    "ENDED",
                    "WITHDRAWN",
                    "REPAIRED"
                })
        String state,

        @Schema(enumeration = {"identity", "good", "warning", "alert", "other"})
        String section,

        @Schema(description = "分类依据 / rule or step that decided the section")
        String sectionRule,

        @Schema(enumeration = {"PUBLIC", "GOVERNMENT", "AUTHORISED", "UNDETERMINED"})
        String scope,

        @Schema(description = "公开范围依据 / rule or step that decided the scope")
        String scopeRule,

        boolean disputed,
        boolean historic,
        String title,
        String legalBasis,
        LocalDate decidedOn,
        @Schema(description = "最后公示日 / last visible day") LocalDate endsOn,

        @Schema(description = "期限依据 / rule behind the period")
        String endsRule,

        OffsetDateTime publishedAt,
        int contentVersion,
        Map<String, String> content,
        List<Field> fields,
        Provenance provenance) {

    /** Title of a field of the content. */
    @Schema(
            name = "RecordField",
            requiredProperties = {"name", "title", "personal"})
    public record Field(String name, String title, String titleEn, boolean personal) {}

    /** Whom it is about. */
    @Schema(
            name = "RecordSubject",
            requiredProperties = {"publicId", "name", "kind", "outOfRegion"})
    public record Subject(String publicId, String name, String code, String kind, boolean outOfRegion) {}

    /** Where its present content came from. */
    @Schema(
            name = "RecordProvenance",
            requiredProperties = {"submission", "row"})
    public record Provenance(String submission, int row, String fileName, String enteredBy, String reviewedBy) {}

    public static RecordJson of(RecordView view) {
        Map<String, String> content = new LinkedHashMap<>();
        view.content().forEach(field -> content.put(field.name(), field.value()));
        RecordView.Subject subject = view.subject();
        RecordView.Provenance from = view.provenance();
        return new RecordJson(
                view.recordNo(),
                view.catalogueItem(),
                view.itemName(),
                view.itemNameEn(),
                view.itemVersion(),
                view.supplier(),
                subject == null
                        ? null
                        : new Subject(
                                subject.publicId(),
                                subject.name(),
                                subject.code(),
                                subject.kind(),
                                subject.outOfRegion()),
                view.state().name(),
                view.section() == null ? null : view.section().pathName(),
                view.sectionRule(),
                view.scope() == null ? null : view.scope().name(),
                view.scopeRule(),
                view.disputed(),
                view.historic(),
                view.title(),
                view.legalBasis(),
                view.decidedOn(),
                view.endsOn(),
                view.endsRule(),
                Moments.civil(view.publishedAt()),
                view.contentVersion(),
                content,
                view.content().stream()
                        .map(field -> new Field(field.name(), field.title(), field.titleEn(), field.personal()))
                        .toList(),
                from == null
                        ? null
                        : new Provenance(
                                from.submission(), from.row(), from.fileName(), from.enteredBy(), from.reviewedBy()));
    }
}
