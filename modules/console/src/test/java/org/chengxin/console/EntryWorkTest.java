package org.chengxin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chengxin.catalogue.definition.FieldType;
import org.chengxin.intake.boundary.Draft;
import org.chengxin.intake.boundary.Drafts;
import org.chengxin.intake.boundary.EntryDesk;
import org.chengxin.intake.boundary.EntryForm;
import org.chengxin.webkit.Language;
import org.junit.jupiter.api.Test;

class EntryWorkTest {

    private static final String KEY = "00000000-0000-0000-0000-000000000001";
    private static final OffsetDateTime BEFORE = OffsetDateTime.parse("2026-07-01T01:00:00Z");

    @Test
    void what_the_item_has_no_field_for_any_more_is_named_and_not_sent() {
        EntryWork work = new EntryWork();
        work.answers = new Answers();
        work.texts = new ConsoleTexts();
        work.texts.language = new Language() {
            @Override
            public Locale getLocale() {
                return Locale.ENGLISH;
            }
        };
        work.desk = new EntryDesk() {
            @Override
            public EntryForm form(String itemCode) {
                return new EntryForm(itemCode, 2, "例", "Example", List.of(field("facts")));
            }
        };
        work.drafts = new Drafts() {
            @Override
            public Optional<Draft> find(Draft.Kind kind, String key) {
                return Optional.of(new Draft(
                        kind, key, "X", Map.of("facts", "a", "grade", "b", "colour", "c"), 4, BEFORE, BEFORE));
            }
        };
        work.setItem("X");
        work.setDraft(KEY);
        work.open();

        assertThat(work.getValues()).isEqualTo(Map.of("facts", "a"));
        assertThat(work.getLeft()).isEqualTo("colour" + work.texts.t("list.separator") + "grade");
        assertThat(work.getVersion()).isEqualTo("4");
    }

    private static EntryForm.Field field(String name) {
        return new EntryForm.Field(name, name, name, FieldType.TEXT, true, null, null, List.of(), false, false);
    }
}
