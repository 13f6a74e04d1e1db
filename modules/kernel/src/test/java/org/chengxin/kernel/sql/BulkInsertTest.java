package org.chengxin.kernel.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chengxin.kernel.DisclosureScope;
import org.junit.jupiter.api.Test;

class BulkInsertTest {

    private final List<String> sent = new ArrayList<>();
    private final List<Object[]> arrays = new ArrayList<>();

    private BulkInsert records() {
        return new BulkInsert(
                "registry.credit_record",
                Column.of("id", "bigint"),
                Column.of("lot_row", "integer"),
                Column.of("scope", "text"),
                Column.of("decided_on", "date"),
                Column.of("received_at", "timestamptz"),
                Column.of("fine", "numeric(18,6)"),
                Column.of("historic", "boolean"),
                Column.of("content", "jsonb"),
                Column.of("names", "text[]"),
                Column.of("note", "text", "nullif(x.note, '')"));
    }

    @Test
    void buildsOneStatementForAllRows() {
        assertThat(records().sql("ON CONFLICT (id) DO NOTHING"))
                .isEqualTo("INSERT INTO registry.credit_record"
                        + "(id, lot_row, scope, decided_on, received_at, fine, historic, content, names, note)"
                        + " SELECT x.id::bigint, x.lot_row::integer, x.scope, x.decided_on::date, x.received_at::timestamptz,"
                        + " x.fine::numeric(18,6), x.historic::boolean, x.content::jsonb, x.names::text[],"
                        + " nullif(x.note, '') FROM unnest(?::int8[], ?::int4[], ?::text[], ?::text[], ?::text[],"
                        + " ?::text[], ?::bool[], ?::text[], ?::text[], ?::text[])"
                        + " AS x(id, lot_row, scope, decided_on, received_at, fine, historic, content, names, note)"
                        + " ON CONFLICT (id) DO NOTHING");
    }

    @Test
    void sendsEveryColumnAsAnArrayAndForgetsTheRows() throws SQLException {
        BulkInsert insert = records();
        insert.add(
                1,
                2L,
                DisclosureScope.PUBLIC,
                LocalDate.of(2026, 11, 23),
                Instant.parse("2026-11-23T01:02:03Z"),
                new BigDecimal("1E+4"),
                true,
                "{\"a\":1}",
                BulkInsert.arrayLiteral(Arrays.asList("a\"b", null, "c\\d")),
                "x");
        insert.add(
                2L,
                null,
                null,
                null,
                OffsetDateTime.of(2026, 11, 23, 9, 2, 3, 0, ZoneOffset.ofHours(8)),
                null,
                null,
                null,
                null,
                null);
        assertThat(insert.size()).isEqualTo(2);
        assertThat(insert.execute(connection())).isEqualTo(2);
        assertThat(insert.isEmpty()).isTrue();
        assertThat(arrays.get(0)).isInstanceOf(Long[].class).containsExactly(1L, 2L);
        assertThat(arrays.get(1)).isInstanceOf(Integer[].class).containsExactly(2, null);
        assertThat(arrays.get(2)).containsExactly("PUBLIC", null);
        assertThat(arrays.get(3)).containsExactly("2026-11-23", null);
        assertThat(arrays.get(4)).containsExactly("2026-11-23T01:02:03Z", "2026-11-23T09:02:03+08:00");
        assertThat(arrays.get(5)).containsExactly("10000", null);
        assertThat(arrays.get(6)).isInstanceOf(Boolean[].class).containsExactly(true, null);
        assertThat(arrays.get(8)).containsExactly("{\"a\\\"b\",NULL,\"c\\\\d\"}", null);
        assertThat(sent).hasSize(1);
    }

    @Test
    void readsWhatIsReturned() throws SQLException {
        BulkInsert insert = new BulkInsert("t", Column.of("no", "text")).add("a");
        assertThat(insert.executeReturning(connection(), "RETURNING id", row -> row.getLong(1)))
                .containsExactly(41L);
        assertThat(sent).containsExactly("INSERT INTO t(no) SELECT x.no FROM unnest(?::text[]) AS x(no) RETURNING id");
    }

    @Test
    void withoutRowsNothingIsSent() throws SQLException {
        assertThat(records().execute(connection())).isZero();
        assertThat(records().executeReturning(connection(), "RETURNING id", row -> 1))
                .isEmpty();
        assertThat(sent).isEmpty();
    }

    @Test
    void refusesWhatDoesNotFit() {
        BulkInsert insert = new BulkInsert("t", Column.of("id", "bigint"), Column.of("ok", "boolean"));
        assertThatThrownBy(() -> insert.add(1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> insert.add("x", true)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> insert.add(1.5, true)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> insert.add(1, "yes")).isInstanceOf(IllegalArgumentException.class);
        assertThat(insert.isEmpty()).isTrue();
        assertThatThrownBy(() -> Column.of("id; drop", "text")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Column.of("id", "text) --")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BulkInsert("t t", Column.of("id", "text")))
                .isInstanceOf(IllegalArgumentException.class);
        BulkInsert text = new BulkInsert("t", Column.of("a", "text"));
        assertThatThrownBy(() -> text.add(new Object())).isInstanceOf(IllegalArgumentException.class);
    }

    /** A connection that notes what it is asked, in place of a database. */
    private Connection connection() {
        return proxy(Connection.class, (name, arguments) -> switch (name) {
            case "createArrayOf" -> {
                arrays.add((Object[]) arguments[1]);
                yield proxy(Array.class, (ignored, none) -> null);
            }
            case "prepareStatement" -> {
                sent.add((String) arguments[0]);
                yield statement();
            }
            default -> null;
        });
    }

    private PreparedStatement statement() {
        return proxy(PreparedStatement.class, (name, arguments) -> switch (name) {
            case "executeLargeUpdate" -> (long) arrays.get(0).length;
            case "executeQuery" -> oneRow();
            default -> null;
        });
    }

    private static ResultSet oneRow() {
        int[] row = {0};
        return proxy(ResultSet.class, (name, arguments) -> switch (name) {
            case "next" -> row[0]++ == 0;
            case "getLong" -> 41L;
            default -> null;
        });
    }

    private interface Answer {
        Object to(String method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answer.to(method.getName(), arguments)));
    }
}
