package org.chengxin.demonstration.lots;

import java.util.List;
import java.util.Map;

/**
 * A file as a department sends it.
 *
 * @param department code of the supplier
 * @param item code of the catalogue item
 * @param key tells lots of the city apart; part of the idempotency key, so that no lot is ever taken twice
 * @param course how far it goes before anybody tries the demonstration
 * @param historic document by which a superior approved a historic import (F20); null for none
 * @param rows cells by field name; what is blank in a row is not in its map
 */
public record Lot(
        String department, String item, String key, Course course, String historic, List<Map<String, String>> rows) {

    /** How far the loader brings a lot. */
    public enum Course {
        /** Reviewed and through. */
        APPROVED,
        /** Waits in the inbox of the department's reviewer. */
        WAITING,
        /** The reviewer gave it back, so that the clerk finds one with a reason. */
        RETURNED
    }

    static Lot approved(String department, String item, String key, List<Row> rows) {
        return new Lot(department, item, key, Course.APPROVED, null, Row.cells(rows));
    }

    static Lot waiting(String department, String item, String key, List<Row> rows) {
        return new Lot(department, item, key, Course.WAITING, null, Row.cells(rows));
    }

    static Lot returned(String department, String item, String key, List<Row> rows) {
        return new Lot(department, item, key, Course.RETURNED, null, Row.cells(rows));
    }

    static Lot historic(String department, String item, String key, String document, List<Row> rows) {
        return new Lot(department, item, key, Course.APPROVED, document, Row.cells(rows));
    }
}
