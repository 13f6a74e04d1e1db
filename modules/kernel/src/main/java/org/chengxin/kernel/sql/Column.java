package org.chengxin.kernel.sql;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A column of a {@link BulkInsert}.
 *
 * @param name             the column's name
 * @param type             its PostgreSQL type, such as bigint, text, date, timestamptz, jsonb, numeric(18,2), text[]
 * @param selectExpression how its value is made from the row {@code x} of the arrays, such as
 *                         {@code nullif(x.note, '')}; null for the value itself, cast to the type. A program text, never
 *                         anything that came from outside
 */
public record Column(String name, String type, String selectExpression) {

    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]*");
    private static final Pattern TYPE = Pattern.compile("[a-z_][a-z0-9_. ]*(\\(\\d+(,\\s*\\d+)?\\))?[a-z ]*(\\[\\])?");

    /** @throws IllegalArgumentException if name or type are not written as such */
    public Column {
        Objects.requireNonNull(name, "name");
        type = type.strip().toLowerCase(Locale.ROOT);
        if (!NAME.matcher(name).matches() || !TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException("not a column: " + name + " " + type);
        }
    }

    /** A column whose value is taken as it is. */
    public static Column of(String name, String type) {
        return new Column(name, type, null);
    }

    /** A column whose value is made by an expression over the row {@code x}. */
    public static Column of(String name, String type, String selectExpression) {
        return new Column(name, type, selectExpression);
    }

    /**
     * The element type of the array that carries the values. Integers and truth values travel as themselves; everything
     * else as text in PostgreSQL's own notation, cast in the SELECT, which leaves no doubt about zones and precision.
     */
    String carrierType() {
        return switch (type) {
            case "bigint", "int8", "bigserial" -> "int8";
            case "integer", "int", "int4", "smallint", "int2", "serial" -> "int4";
            case "boolean", "bool" -> "bool";
            default -> "text";
        };
    }

    /** The item of the SELECT list. */
    String selectItem() {
        if (selectExpression != null) {
            return selectExpression;
        }
        boolean asItIs = type.equals("text") || type.equals(carrierType());
        return asItIs ? "x." + name : "x." + name + "::" + castType();
    }

    private String castType() {
        return switch (type) {
            case "bigserial", "bigint" -> "bigint";
            case "serial" -> "integer";
            default -> type;
        };
    }
}
