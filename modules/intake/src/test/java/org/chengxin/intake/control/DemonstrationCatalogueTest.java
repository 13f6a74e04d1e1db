package org.chengxin.intake.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.chengxin.catalogue.definition.FieldDefinition;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DemonstrationCatalogueTest {

    static Stream<String> items() {
        return DemonstrationCatalogue.items().map(DemonstrationCatalogueTest::name);
    }

    static Stream<String> mappings() {
        return DemonstrationCatalogue.mappings().map(DemonstrationCatalogueTest::name);
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".json", "");
    }

    @Test
    void holdsTheItemsOfTheInterface() {
        assertThat(items())
                .contains(
                        "REG-BASIC",
                        "PEN-ENV",
                        "PEN-ADMIN",
                        "LIC-ADMIN",
                        "TAX-GRADE",
                        "COURT-EXEC",
                        "UTIL-WATER",
                        "HONOUR",
                        "BANK-LOAN",
                        "LABOUR-SOCIAL");
    }

    @ParameterizedTest
    @MethodSource("items")
    void isComplete(String code) {
        ItemDefinition item = DemonstrationCatalogue.item(code);

        assertThat(item.code()).isEqualTo(code);
        assertThat(item.problems()).isEmpty();
        assertThat(item.legalBasis()).isNotBlank();
        assertThat(item.fields()).extracting(FieldDefinition::titleEn).doesNotContainNull();
        assertThat(item.fields())
                .filteredOn(field -> field.codeTable() != null)
                .allMatch(field -> DemonstrationCatalogue.tables().containsKey(field.codeTable()));
        assertThat(ItemDefinition.fromJson(item.toJson())).isEqualTo(item);
    }

    @ParameterizedTest
    @MethodSource("items")
    void anEmptyTemplateNeedsNoConfirmation(String code) {
        ItemDefinition item = DemonstrationCatalogue.item(code);
        List<String> header = Arrays.asList(
                Template.csv(item).substring(1).strip().replace("\"", "").split(","));

        HeaderMapping mapping = HeaderMapping.identity(item, header).orElseThrow();

        assertThat(mapping.columns()).hasSize(item.fields().size());
        assertThat(mapping.problems(item)).isEmpty();
        new RowChecker(
                item, DemonstrationCatalogue.tables(), mapping, new CheckOptions(false, LocalDate.of(2026, 7, 1)));
    }

    @ParameterizedTest
    @MethodSource("items")
    void everyHeadingMeansOneFieldOnly(String code) {
        ItemDefinition item = DemonstrationCatalogue.item(code);
        List<String> words = item.fields().stream()
                .flatMap(field -> Stream.concat(
                        Stream.of(field.title(), field.name())
                                .map(HeaderText::key)
                                .distinct(),
                        field.aliases().stream().map(HeaderText::key).distinct()))
                .toList();

        assertThat(words).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("mappings")
    void shippedMappingsFitTheirItems(String name) {
        ItemDefinition item = DemonstrationCatalogue.item(
                DemonstrationCatalogue.mappingFile(name).getString("item"));
        HeaderMapping mapping = DemonstrationCatalogue.mapping(name);

        assertThat(mapping.problems(item)).isEmpty();
        assertThat(HeaderMapping.fromJson(mapping.toJson())).isEqualTo(mapping);
    }
}
