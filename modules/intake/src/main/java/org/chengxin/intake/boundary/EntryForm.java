package org.chengxin.intake.boundary;

import java.util.List;
import org.chengxin.catalogue.definition.FieldType;

/**
 * The form in which one record of an item is entered by hand, made from the item's definition.
 *
 * @param version of the item by which the record will be checked
 * @param fields in the order of the item
 */
public record EntryForm(String itemCode, int version, String name, String nameEn, List<Field> fields) {

    /**
     * A field of the form.
     *
     * @param type decides what is offered for typing, and what help is given
     * @param required a record without it is refused
     * @param group fields with the same group must not all be blank; null for none
     * @param maxLength in characters, what is longer is remarked upon; null for none
     * @param options of a code table, in its order; empty for every other type
     * @param open values outside the options are taken too, and remarked upon
     * @param personal masked for whoever is not entitled
     */
    public record Field(
            String name,
            String title,
            String titleEn,
            FieldType type,
            boolean required,
            String group,
            Integer maxLength,
            List<Option> options,
            boolean open,
            boolean personal) {}

    /** A value of a code table. */
    public record Option(String value, String title, String titleEn) {}
}
