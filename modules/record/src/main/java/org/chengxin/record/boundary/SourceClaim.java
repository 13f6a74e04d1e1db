package org.chengxin.record.boundary;

import java.time.LocalDate;

/**
 * What a source says about the subject of a record.
 *
 * @param attribute name of the subject's attribute, such as ADDRESS
 * @param value as the source has it; of persons no numbers and the family name only
 * @param statedOn day of the decision behind it; null: unknown
 * @param own whether the record itself says so
 */
public record SourceClaim(
        String attribute,
        String value,
        String supplier,
        String itemName,
        String itemNameEn,
        LocalDate statedOn,
        String recordNo,
        boolean own) {}
