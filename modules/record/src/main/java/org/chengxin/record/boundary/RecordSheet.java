package org.chengxin.record.boundary;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.chengxin.record.entity.SupplierStatement;

/**
 * All that the page of one record shows, by the rights of who looks.
 *
 * @param record its head; the content in {@code fields} is the same, with the words of code tables
 * @param fields the current content in the order of the item
 * @param origin the lot that the current content came from
 * @param reasons what the decision tables were asked with
 * @param visibility why everybody sees it, or not
 * @param versions content versions, newest first; only the current one for those who may not see earlier ones
 * @param comparison two versions side by side; null where there are no two that the caller may see
 * @param events a page of its events in the order in which they happened to it
 * @param run the events since its present content was approved, from which its diagram is drawn
 * @param masked whether personal values are masked
 * @param mayUnmask whether the caller may ask for them
 */
public record RecordSheet(
        RecordView record,
        List<Field> fields,
        Origin origin,
        Reasons reasons,
        Visibility visibility,
        List<Version> versions,
        Comparison comparison,
        EventPage events,
        List<EventView> run,
        boolean masked,
        boolean mayUnmask) {

    /**
     * What somebody wants to see of a record.
     *
     * @param before content version on the left; null for the one before {@code after}
     * @param after content version on the right; null for the current one
     * @param afterEvent the events after this position; 0 for the first
     * @param unmasked whether personal values are asked for
     */
    public record Wish(String recordNo, Integer before, Integer after, long afterEvent, boolean unmasked) {}

    /**
     * A field with its value as people read it.
     *
     * @param type name of the field's type, by which the value is written
     * @param value as kept, or the Chinese title of a code
     * @param valueEn English title of a code; null for all else
     */
    public record Field(
            String name, String title, String titleEn, String type, String value, String valueEn, boolean personal) {}

    /** Lot and row, who sent it, who reviewed it. */
    public record Origin(
            String submission,
            int row,
            String fileName,
            String channel,
            String sentBy,
            String sentName,
            OffsetDateTime sentAt,
            String enteredBy,
            String reviewedBy,
            String reviewedName,
            OffsetDateTime reviewedAt,
            String reviewReason) {}

    /**
     * The inputs of the decision tables, as kept with the record and its item version.
     *
     * @param itemRule name of the item's rule for the section
     * @param negative whether the item is unfavourable to its subject, so that a period runs
     */
    public record Reasons(String itemRule, boolean negative, SupplierStatement stated) {}

    /**
     * A content version.
     *
     * @param changeKind FIRST, CHANGE, CORRECTION or REVOCATION
     */
    public record Version(
            int version,
            String changeKind,
            int itemVersion,
            String submission,
            int row,
            String actor,
            OffsetDateTime recordedAt) {}

    /** Two versions field by field, in the order of the later one's item. */
    public record Comparison(int before, int after, List<Line> lines) {

        /** How many fields differ. */
        public long changes() {
            return lines.stream().filter(Line::changed).count();
        }
    }

    /**
     * A field in both versions.
     *
     * @param before null where the earlier version has no such value; likewise {@code after}
     * @param changed whether the kept values differ, also where both are masked
     */
    public record Line(Field before, Field after, boolean changed) {

        /** The field itself, from whichever version has it. */
        public Field field() {
            return after == null ? before : after;
        }
    }

    /** The day by which the page was drawn up. */
    public LocalDate today() {
        return visibility.today();
    }
}
