package org.chengxin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chengxin.catalogue.definition.FieldDefinition;
import org.chengxin.catalogue.definition.FieldMeaning;
import org.chengxin.catalogue.definition.FieldType;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.catalogue.definition.SectionRule;
import org.chengxin.intake.boundary.SubmissionView;
import org.chengxin.intake.boundary.Submissions;
import org.chengxin.intake.entity.SubmissionState;
import org.chengxin.webkit.Language;
import org.junit.jupiter.api.Test;

class LotViewTest {

    private static final ItemDefinition ITEM = new ItemDefinition(
            "X",
            1,
            "例",
            "Example",
            SectionRule.OTHER,
            false,
            false,
            null,
            null,
            null,
            null,
            null,
            null,
            List.of("subjectName"),
            List.of(),
            List.of(),
            List.of(
                    field("subjectName", "名称", "Name", FieldMeaning.SUBJECT_NAME),
                    field("kind", "处罚种类", "Kind of penalty", FieldMeaning.NONE)));

    private static FieldDefinition field(String name, String title, String titleEn, FieldMeaning meaning) {
        return new FieldDefinition(
                name, title, titleEn, null, FieldType.TEXT, null, true, null, null, false, true, meaning);
    }

    @Test
    void cleaning_is_told_in_the_language_of_the_page_and_names_fields_by_their_title() {
        assertThat(lotWith(Map.of("CODE_UNKNOWN:kind", 3L), Locale.SIMPLIFIED_CHINESE))
                .containsExactly(new LotView.CleaningLine("未能转换的代码：处罚种类", 3));
        assertThat(lotWith(Map.of("CODE_UNKNOWN:kind", 3L), Locale.ENGLISH))
                .containsExactly(new LotView.CleaningLine("Codes that could not be converted: Kind of penalty", 3));
        assertThat(lotWith(Map.of("BLANKS_REMOVED", 1L), Locale.SIMPLIFIED_CHINESE))
                .containsExactly(new LotView.CleaningLine("去除空格", 1));
        assertThat(lotWith(Map.of(), Locale.SIMPLIFIED_CHINESE)).isEmpty();
    }

    private static List<LotView.CleaningLine> lotWith(Map<String, Long> cleaning, Locale locale) {
        LotView view = new LotView();
        view.answers = new Answers();
        view.texts = new ConsoleTexts();
        view.texts.language = new Language() {
            @Override
            public Locale getLocale() {
                return locale;
            }
        };
        view.submissions = new Submissions() {
            @Override
            public ItemDefinition definition(String no) {
                return ITEM;
            }

            @Override
            public SubmissionView get(String no) {
                return lot(no, cleaning);
            }
        };
        view.open();
        return view.getCleaning();
    }

    private static SubmissionView lot(String no, Map<String, Long> cleaning) {
        return new SubmissionView(
                no,
                "X",
                "例",
                "Example",
                1L,
                "甲局",
                SubmissionState.DONE,
                new SubmissionView.Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                cleaning,
                0,
                0,
                0);
    }
}
