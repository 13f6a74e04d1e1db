package org.chengxin.intake.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.chengxin.catalogue.definition.CodeTableDefinition;
import org.chengxin.catalogue.definition.FieldDefinition;
import org.chengxin.catalogue.definition.FieldMeaning;
import org.chengxin.catalogue.definition.FieldType;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever right values a department has, in whatever format, encoding and order of columns it writes them: what is read
 * back is what was written, and the record is recognised as the same.
 */
class WriteAndReadBackTest {

    private static final int ROWS = 12;
    private static final Map<String, CodeTableDefinition> TABLES = DemonstrationCatalogue.tables();

    static Stream<String> items() {
        return DemonstrationCatalogue.items()
                .map(file -> file.getFileName().toString().replace(".json", ""));
    }

    @ParameterizedTest
    @MethodSource("items")
    void whatIsWrittenIsReadBack(String code) {
        ItemDefinition item = DemonstrationCatalogue.item(code);
        FieldValues values = new FieldValues(code.hashCode(), TABLES);
        Random order = new Random(code.hashCode());
        List<Map<String, String>> written = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            written.add(values.row(item));
        }
        List<String> keys = new ArrayList<>();
        TableWriting.ways().forEach((what, way) -> {
            List<FieldDefinition> columns = new ArrayList<>(item.fields());
            Collections.shuffle(columns, order);
            boolean byName = order.nextBoolean();
            List<String> header = columns.stream()
                    .map(field -> byName ? field.name() : field.title())
                    .toList();
            byte[] file = way.apply(header, cells(written, columns));

            List<CheckedRow> read = check(item, Lots.read(file, null, Limits.STANDARD));

            assertThat(read).as(what).hasSize(ROWS);
            for (int i = 0; i < ROWS; i++) {
                assertThat(texts(read.get(i).content())).as(what).isEqualTo(content(item, written.get(i)));
                assertThat(read.get(i).findings()).as(what).isEmpty();
                String recognised = read.get(i).dedupeKey() + read.get(i).contentHash();
                if (keys.size() < ROWS) {
                    keys.add(recognised);
                } else {
                    assertThat(recognised).as(what).isEqualTo(keys.get(i));
                }
            }
        });
    }

    @Test
    void everyTypeOfFieldOccurs() {
        Set<FieldType> met = EnumSet.noneOf(FieldType.class);
        items().forEach(code -> DemonstrationCatalogue.item(code).fields().forEach(field -> met.add(field.type())));

        assertThat(met).containsExactlyInAnyOrder(FieldType.values());
    }

    private static List<List<String>> cells(List<Map<String, String>> rows, List<FieldDefinition> columns) {
        return rows.stream()
                .map(row -> columns.stream().map(field -> row.get(field.name())).toList())
                .toList();
    }

    private static List<CheckedRow> check(ItemDefinition item, Lots.Table table) {
        RowChecker checker = new RowChecker(
                item,
                TABLES,
                HeaderMapping.identity(item, table.header()).orElseThrow(),
                new CheckOptions(false, LocalDate.of(2026, 7, 1)));
        return table.rows().stream()
                .map(line -> checker.check(line.row(), line.cells()))
                .toList();
    }

    private static Map<String, String> texts(Map<String, Object> content) {
        Map<String, String> texts = new LinkedHashMap<>();
        content.forEach((field, value) -> texts.put(field, value.toString()));
        return texts;
    }

    private static Map<String, String> content(ItemDefinition item, Map<String, String> written) {
        Map<String, String> content = new LinkedHashMap<>();
        for (FieldDefinition field : item.fields()) {
            if (field.meaning() != FieldMeaning.SCOPE) {
                content.put(field.name(), written.get(field.name()));
            }
        }
        return content;
    }
}
