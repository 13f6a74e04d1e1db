package org.chengxin.kernel.sql;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Collects rows and writes them with one {@code INSERT INTO t(a, b) SELECT … FROM unnest(?::bigint[], ?::text[])}. It works
 * inside the caller's transaction on the caller's connection and closes neither.
 *
 * <p>Values may be null, String, any integer number, BigDecimal, Boolean, Character, enums (by name), LocalDate,
 * LocalDateTime, Instant, OffsetDateTime, ZonedDateTime and UUID. JSON goes as a String into a column of type jsonb. An
 * array goes into a column of an array type as a literal of PostgreSQL; {@link #arrayLiteral} writes one.
 *
 * <p>PostgreSQL knows no character U+0000: text that holds one is refused by the database.
 */
public final class BulkInsert {

    private static final Pattern TABLE = Pattern.compile("[a-z_][a-z0-9_]*(\\.[a-z_][a-z0-9_]*)?");

    private final List<Column> columns;
    private final List<List<Object>> values = new ArrayList<>();
    private final String insert;
    private int size;

    /**
     * @param table   name, with or without schema, in lower case
     * @param columns at least one
     * @throws IllegalArgumentException if the name is none or there is no column
     */
    public BulkInsert(String table, List<Column> columns) {
        if (!TABLE.matcher(table).matches() || columns.isEmpty()) {
            throw new IllegalArgumentException("not a table with columns: " + table);
        }
        this.columns = List.copyOf(columns);
        columns.forEach(column -> values.add(new ArrayList<>()));
        String names = join(columns.stream().map(Column::name).toList());
        this.insert = "INSERT INTO " + table + "(" + names + ") SELECT "
                + join(columns.stream().map(Column::selectItem).toList()) + " FROM unnest("
                + join(columns.stream()
                        .map(column -> "?::" + column.carrierType() + "[]")
                        .toList())
                + ") AS x(" + names + ")";
    }

    public BulkInsert(String table, Column... columns) {
        this(table, List.of(columns));
    }

    /**
     * The same, with columns written as in SQL.
     *
     * @param columns name and type with a blank between them, such as {@code "ends_on date"}
     */
    public static BulkInsert into(String table, String... columns) {
        List<Column> parsed = new ArrayList<>();
        for (String column : columns) {
            int blank = column.indexOf(' ');
            parsed.add(Column.of(column.substring(0, blank), column.substring(blank + 1)));
        }
        return new BulkInsert(table, parsed);
    }

    private static String join(List<String> parts) {
        return String.join(", ", parts);
    }

    /**
     * Adds a row, its values in the order of the columns.
     *
     * @throws IllegalArgumentException if there are more or fewer values than columns, or a value does not fit its column
     */
    public BulkInsert add(Object... row) {
        if (row.length != columns.size()) {
            throw new IllegalArgumentException(row.length + " values for " + columns.size() + " columns");
        }
        Object[] carried = new Object[row.length];
        for (int i = 0; i < row.length; i++) {
            carried[i] = carried(row[i], columns.get(i));
        }
        for (int i = 0; i < row.length; i++) {
            values.get(i).add(carried[i]);
        }
        size++;
        return this;
    }

    /** How many rows wait to be written. */
    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** Writes the rows and forgets them; nothing happens if there are none. */
    public long execute(Connection connection) throws SQLException {
        return execute(connection, "");
    }

    /**
     * Writes the rows and forgets them; nothing happens if there are none.
     *
     * @param suffix what follows the SELECT, such as ON CONFLICT (no) DO NOTHING; program text
     * @return how many rows the database wrote
     */
    public long execute(Connection connection, String suffix) throws SQLException {
        if (size == 0) {
            return 0;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql(suffix))) {
            List<java.sql.Array> arrays = bind(connection, statement);
            long written = statement.executeLargeUpdate();
            free(arrays);
            clear();
            return written;
        }
    }

    /**
     * Writes the rows, forgets them, and reads what the database returns.
     *
     * @param suffix ends with a RETURNING clause. Rows come back in the order of the database's choice; without ON
     *               CONFLICT that has always been the order they were added in, but nobody promises it: return a key
     * @param reader reads one row
     */
    public <T> List<T> executeReturning(Connection connection, String suffix, RowReader<T> reader) throws SQLException {
        List<T> returned = new ArrayList<>();
        if (size == 0) {
            return returned;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql(suffix))) {
            List<java.sql.Array> arrays = bind(connection, statement);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    returned.add(reader.read(rows));
                }
            }
            free(arrays);
        }
        clear();
        return returned;
    }

    /** Reads the current row of a result. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** The statement, as it is sent. */
    public String sql(String suffix) {
        return suffix == null || suffix.isBlank() ? insert : insert + " " + suffix.strip();
    }

    private List<java.sql.Array> bind(Connection connection, PreparedStatement statement) throws SQLException {
        List<java.sql.Array> arrays = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String carrier = columns.get(i).carrierType();
            java.sql.Array array = connection.createArrayOf(carrier, typedArray(carrier, values.get(i)));
            statement.setArray(i + 1, array);
            arrays.add(array);
        }
        return arrays;
    }

    private static void free(List<java.sql.Array> arrays) throws SQLException {
        for (java.sql.Array array : arrays) {
            array.free();
        }
    }

    private void clear() {
        values.forEach(List::clear);
        size = 0;
    }

    private static Object[] typedArray(String carrier, List<Object> column) {
        Class<?> element =
                switch (carrier) {
                    case "int8" -> Long.class;
                    case "int4" -> Integer.class;
                    case "bool" -> Boolean.class;
                    default -> String.class;
                };
        return column.toArray((Object[]) Array.newInstance(element, column.size()));
    }

    private static Object carried(Object value, Column column) {
        if (value == null) {
            return null;
        }
        try {
            return switch (column.carrierType()) {
                case "int8" ->
                    value instanceof Long ? value : wholeNumber(value).longValueExact();
                case "int4" ->
                    value instanceof Integer ? value : wholeNumber(value).intValueExact();
                case "bool" -> (Boolean) value;
                default -> text(value);
            };
        } catch (ClassCastException | ArithmeticException | NumberFormatException doesNotFit) {
            throw new IllegalArgumentException(
                    "a " + value.getClass().getSimpleName() + " does not fit column " + column.name() + " "
                            + column.type(),
                    doesNotFit);
        }
    }

    private static BigDecimal wholeNumber(Object value) {
        return new BigDecimal(((Number) value).toString());
    }

    private static String text(Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof ZonedDateTime time) {
            return time.toOffsetDateTime().toString();
        }
        if (value instanceof CharSequence
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Character
                || value instanceof LocalDate
                || value instanceof LocalDateTime
                || value instanceof Instant
                || value instanceof OffsetDateTime
                || value instanceof java.util.UUID) {
            return value.toString();
        }
        throw new ClassCastException("no text form for " + value.getClass().getName());
    }

    /**
     * An array as a literal of PostgreSQL, for a column of type text[]: {"a","b \"c\""}.
     *
     * @param elements may hold null; a null list gives null
     */
    public static String arrayLiteral(List<String> elements) {
        return elements == null
                ? null
                : elements.stream().map(BulkInsert::quoted).collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(String element) {
        return element == null ? "NULL" : "\"" + element.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
