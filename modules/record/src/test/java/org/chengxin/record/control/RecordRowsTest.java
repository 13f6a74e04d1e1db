package org.chengxin.record.control;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Transient;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.chengxin.record.entity.CreditRecord;
import org.junit.jupiter.api.Test;

class RecordRowsTest {

    /** A column that JPA reads and that a new record's row leaves out would silently be lost. */
    @Test
    void writes_every_column_that_the_entity_is_mapped_to() {
        String sql = new RecordRows().sql();
        List<String> written = Arrays.stream(
                        sql.substring(sql.indexOf('(') + 1, sql.indexOf(')')).split(","))
                .map(String::strip)
                .toList();

        assertThat(written)
                .containsExactlyInAnyOrderElementsOf(columns(CreditRecord.class).toList());
    }

    private static Stream<String> columns(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> !field.isAnnotationPresent(Transient.class))
                .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
                .flatMap(field -> field.isAnnotationPresent(Embedded.class)
                        ? columns(field.getType())
                        : Stream.of(column(field)));
    }

    private static String column(Field field) {
        Column column = field.getAnnotation(Column.class);
        return column == null ? field.getName() : column.name();
    }
}
