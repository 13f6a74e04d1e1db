package org.chengxin.demonstration.lots;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chengxin.demonstration.Enterprise;

/** A row in the making: cells by the technical names of an item's fields. */
final class Row {

    static final String PUBLIC = "公开公示";
    static final String SHARED = "政务共享";
    static final String AUTHORISED = "授权查询";

    private static final String SCOPE = "scope";

    private final Map<String, String> cells = new LinkedHashMap<>();

    private Row() {}

    /** A row about an enterprise, with its name and its code. */
    static Row about(Enterprise enterprise) {
        return named(enterprise.name()).set("subjectCode", enterprise.code().value());
    }

    /** A row that names its subject and has no code. */
    static Row named(String name) {
        return new Row().set("subjectName", name);
    }

    /** Fills a cell; null and empty text leave it blank. */
    Row set(String field, Object value) {
        if (value == null || value.toString().isEmpty()) {
            cells.remove(field);
        } else {
            cells.put(field, value.toString());
        }
        return this;
    }

    Row scope(String scope) {
        return set(SCOPE, scope);
    }

    String get(String field) {
        return cells.getOrDefault(field, "");
    }

    /** The same row again, to be changed without this one. */
    Row copy() {
        Row copy = new Row();
        copy.cells.putAll(cells);
        return copy;
    }

    static List<Map<String, String>> cells(List<Row> rows) {
        return rows.stream().map(row -> Collections.unmodifiableMap(row.cells)).toList();
    }

    /**
     * Blanks a cell in some rows, spread over all of them: the scope that a secrecy officer has to rule on, or the
     * severity that a reviewer has to judge.
     */
    static void leaveOpen(List<Row> rows, String field, int count) {
        for (int i = 0; i < count; i++) {
            rows.get((2 * i + 1) * rows.size() / (2 * count)).set(field, null);
        }
    }

    static void leaveScopeOpen(List<Row> rows, int count) {
        leaveOpen(rows, SCOPE, count);
    }
}
