package org.chengxin.publication.boundary;

import java.time.LocalDate;
import java.util.List;
import org.chengxin.kernel.Section;

/**
 * A record as everybody may see it.
 *
 * @param item Chinese name of the catalogue item
 * @param itemEn its English name
 * @param supplier Chinese name of the organisation that supplied it
 * @param supplierEn its English name; null where none is known
 * @param legalBasis law and article; null where none is stated
 * @param decidedOn day of the decision; null where none is stated
 * @param publishedOn day of its publication, Asia/Shanghai
 * @param endsOn last visible day, Asia/Shanghai; null for no end
 * @param disputed an objection is running
 * @param series records of one subject and section with the same series belong together: one licence, one account; null
 *     where it stands alone
 * @param content disclosed fields in the item's order, personal ones masked; blank ones are left out
 */
public record PublicRecord(
        String recordNo,
        Section section,
        String itemCode,
        String item,
        String itemEn,
        String title,
        String supplier,
        String supplierEn,
        String legalBasis,
        LocalDate decidedOn,
        LocalDate publishedOn,
        LocalDate endsOn,
        boolean disputed,
        String series,
        List<Field> content) {

    public PublicRecord {
        content = List.copyOf(content);
    }

    /**
     * A disclosed value.
     *
     * @param value as kept: days in ISO 8601, 2099-12-31 for long term; the Chinese title where it is a standard code
     * @param valueEn English title of a standard code; null for other values
     * @param type name of a {@code FieldType}, which tells how to write the value
     */
    public record Field(String name, String title, String titleEn, String value, String valueEn, String type) {}
}
