package org.chengxin.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormSchemasTest {
    private static final Map<String, String> RULING =
            Map.of("scope", "GOVERNMENT", "ground", "PRIVACY", "legalBasis", "企业信息公示暂行条例第三条", "reason", "含家庭住址");

    static List<String> formIds() throws IOException, URISyntaxException {
        Path folder = Path.of(
                        FormSchemas.class.getResource("/forms/review-lot.form").toURI())
                .getParent();
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .map(name -> name.substring(0, name.lastIndexOf('.')))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void thereIsAFormForEveryKindOfDecision() throws Exception {
        assertThat(formIds()).contains("review-lot", "classify-record", "decide-disclosure");
    }

    @ParameterizedTest
    @MethodSource("formIds")
    void everyFormHasTheIdOfItsFileAndBothLanguages(String id) {
        FormSchema form = FormSchemas.load(id);

        assertThat(form.id()).isEqualTo(id);
        assertThat(form.fields()).extracting(FormField::key).doesNotHaveDuplicates();
        assertThat(form.fields()).allSatisfy(field -> {
            assertThat(field.label()).matches(".*\\p{IsHan}.*");
            assertThat(field.labelEn()).doesNotMatch(".*\\p{IsHan}.*");
            if (field.description() != null) {
                assertThat(field.description()).matches(".*\\p{IsHan}.*");
                assertThat(field.descriptionEn()).doesNotMatch(".*\\p{IsHan}.*");
            }
            assertThat(field.options().isEmpty()).isNotEqualTo(field.type().hasOptions());
            assertThat(field.options()).allSatisfy(option -> {
                assertThat(option.label()).matches(".*\\p{IsHan}.*");
                assertThat(option.labelEn()).doesNotMatch(".*\\p{IsHan}.*");
            });
            if (field.requiredWhen() != null) {
                assertThat(form.field(field.requiredWhen().key())).isPresent();
            }
        });
    }

    @Test
    void aLotIsApprovedWithoutAReason() {
        assertThat(FormSchemas.load("review-lot").validate(Map.of("outcome", "approve")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void aLotIsNotReturnedWithoutAReason(String reason) {
        FormSchema form = FormSchemas.load("review-lot");

        assertThat(form.validate(Map.of("outcome", "return", "reason", reason)))
                .containsExactly(new FormError("reason", FormError.REQUIRED));
        assertThat(form.validate(Map.of("outcome", "return", "reason", "第12行金额有误")))
                .isEmpty();
    }

    @Test
    void theReasonIsShownOnlyWhenALotIsReturned() {
        FormField reason = FormSchemas.load("review-lot").field("reason").orElseThrow();

        assertThat(reason.requiredWhen()).isEqualTo(new RequiredWhen("outcome", "return"));
        assertThat(reason.visible(Map.of("outcome", "return"))).isTrue();
        assertThat(reason.visible(Map.of("outcome", "approve"))).isFalse();
        assertThat(reason.visible(Map.of())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "review-lot, outcome, APPROVE, NOT_AN_OPTION",
        "review-lot, outcome, , REQUIRED",
        "classify-record, section, IDENTITY, NOT_AN_OPTION",
        "classify-record, section, , REQUIRED",
        "decide-disclosure, scope, UNDETERMINED, NOT_AN_OPTION",
        "decide-disclosure, scope, , REQUIRED",
        "decide-disclosure, ground, SECRET, NOT_AN_OPTION",
        "decide-disclosure, ground, , REQUIRED",
        "decide-disclosure, legalBasis, , REQUIRED",
        "decide-disclosure, reason, , REQUIRED"
    })
    void whatIsMissingOrUnknownIsSaidByFieldAndCode(String form, String key, String value, String code) {
        Map<String, String> values = new HashMap<>(complete(form));
        values.put(key, value);

        assertThat(FormSchemas.load(form).validate(values)).containsExactly(new FormError(key, code));
    }

    @ParameterizedTest
    @MethodSource("formIds")
    void aCompleteDecisionPasses(String form) {
        assertThat(FormSchemas.load(form).validate(complete(form))).isEmpty();
    }

    @Test
    void textMayBeAsLongAsTheFormSaysCountedInCharacters() {
        FormSchema form = FormSchemas.load("decide-disclosure");
        Map<String, String> values = new HashMap<>(RULING);

        values.put("legalBasis", "𠮷".repeat(500));
        assertThat(form.validate(values)).isEmpty();
        values.put("legalBasis", "条".repeat(501));
        assertThat(form.validate(values)).containsExactly(new FormError("legalBasis", FormError.TOO_LONG));
    }

    @Test
    void aFieldTheFormDoesNotHaveIsRefused() {
        assertThat(FormSchemas.load("review-lot").validate(Map.of("outcome", "approve", "outcom", "x")))
                .containsExactly(new FormError("outcom", FormError.UNKNOWN_FIELD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-form", "../forms/review-lot", "", "review-lot.form"})
    void whatIsNoFormIsRefused(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> FormSchemas.load(id));
    }

    @Test
    void aCheckboxTakesTrueOrFalse() {
        FormSchema form = FormSchemas.schema(json("""
                {"id": "f", "components": [{"key": "agreed", "label": "同意", "type": "checkbox"}]}"""));

        assertThat(form.validate(Map.of("agreed", "true"))).isEmpty();
        assertThat(form.validate(Map.of())).isEmpty();
        assertThat(form.validate(Map.of("agreed", "yes")))
                .containsExactly(new FormError("agreed", FormError.NOT_AN_OPTION));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\": \"f\", \"components\": [{\"key\": \"d\", \"label\": \"日期\", \"type\": \"datetime\"}]}",
                "{\"id\": \"f\", \"components\": [{\"key\": \"d\", \"label\": \"文\", \"type\": \"textfield\", \"conditional\": {\"hide\": \"=a > 1\"}}]}"
            })
    void whatThePagesCannotDrawIsRefusedWhenItIsLoaded(String document) {
        assertThatIllegalArgumentException().isThrownBy(() -> FormSchemas.schema(json(document)));
    }

    private static Map<String, String> complete(String form) {
        return switch (form) {
            case "review-lot" -> Map.of("outcome", "approve");
            case "classify-record" -> Map.of("section", "WARNING", "reason", "一般性违法");
            case "decide-disclosure" -> RULING;
            default -> throw new IllegalArgumentException("Say here what a complete decision of this form is: " + form);
        };
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }
}
