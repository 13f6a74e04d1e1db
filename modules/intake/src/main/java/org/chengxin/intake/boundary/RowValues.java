package org.chengxin.intake.boundary;

import java.util.List;
import java.util.Map;

/**
 * A row as its supplier may change it.
 *
 * @param itemCode of the catalogue item
 * @param row its receipt and what was found
 * @param fields all of the item
 * @param values technical name of a field → what the file says, or what was given instead since; fields that hold
 *     personal data are left out
 */
public record RowValues(String itemCode, OpenRow row, List<Field> fields, Map<String, String> values) {

    /** A field of the item's version under which the lot was checked. */
    public record Field(
            String name, String title, String titleEn, boolean required, boolean personal, boolean longText) {}
}
