package org.chengxin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.chengxin.webkit.Part;
import org.chengxin.workflow.boundary.DecisionRules;
import org.chengxin.workflow.boundary.ProcessDiagram;
import org.chengxin.workflow.boundary.ProcessDiagrams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages draw of processes, and mark: names in both languages that fit where they stand, and differences of values. */
class RecordPictureTest {

    private static final ProcessDiagrams DIAGRAMS = new ProcessDiagrams();

    static List<ProcessDiagram> pictures() {
        return ProcessDiagrams.PROCESSES.stream().map(DIAGRAMS::of).toList();
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void what_the_model_names_is_named_in_both_languages_and_in_chinese_as_the_model_does(ProcessDiagram picture) {
        assertThat(picture.nodes())
                .filteredOn(node -> node.name() != null)
                .isNotEmpty()
                .allSatisfy(
                        node -> assertNamed(node.id(), node.name(), node.kind().isTask() ? "Step." : "Element."));
        assertThat(picture.flows())
                .filteredOn(flow -> flow.name() != null)
                .isNotEmpty()
                .allSatisfy(flow -> assertNamed(flow.id(), flow.name(), "Element."));
    }

    private static void assertNamed(String id, String name, String group) {
        assertThat(Words.find(group + id, Locale.SIMPLIFIED_CHINESE)).hasValue(name);
        assertThat(Words.find(group + id, Locale.ENGLISH))
                .hasValueSatisfying(english -> assertThat(english).isNotEqualTo(name));
    }

    @Test
    void every_row_of_a_decision_table_says_in_both_languages_what_it_does() {
        assertThat(new DecisionRules().all()).hasSizeGreaterThan(30).allSatisfy(rule -> {
            String key = "DecisionRule." + rule.table() + "." + rule.row();
            assertThat(Words.find(key, Locale.SIMPLIFIED_CHINESE)).hasValue(rule.description());
            assertThat(Words.find(key, Locale.ENGLISH)).isPresent();
        });
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void names_fit_into_their_steps_in_both_languages(ProcessDiagram picture) {
        for (ProcessDiagram.Node node : picture.nodes()) {
            if (node.kind().isTask()) {
                for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
                    List<TextLine> lines = new DrawnNode(node, Words.text("Step." + node.id(), locale)).getLines();
                    assertThat(lines).as(node.id()).hasSizeBetween(1, 3).allSatisfy(line -> {
                        assertThat(TextLine.width(line.text()))
                                .isLessThan(node.box().width());
                        assertThat(line.y())
                                .isBetween(
                                        node.box().y() + TextLine.SIZE,
                                        node.box().y() + node.box().height() - 2);
                    });
                }
            }
        }
    }

    @Test
    void lines_break_between_words_and_between_chinese_characters_but_not_before_a_mark() {
        assertThat(TextLine.broken("Classification by rule", 92)).containsExactly("Classification", "by rule");
        assertThat(TextLine.broken("限定披露留存", 40)).containsExactly("限定披", "露留存");
        assertThat(TextLine.broken("范围？", 24)).containsExactly("范", "围？");
        assertThat(TextLine.broken("", 40)).isEmpty();
    }

    @Test
    void a_difference_is_what_stands_between_the_common_beginning_and_the_common_end() {
        assertThat(Difference.of("罚款30000元。", "罚款20000元。"))
                .containsExactly(new Part("罚款", false), new Part("3", true), new Part("0000元。", false));
        assertThat(Difference.of("甲乙", "甲乙丙")).containsExactly(new Part("甲乙", false));
        assertThat(Difference.of("甲乙丙", "甲乙")).containsExactly(new Part("甲乙", false), new Part("丙", true));
        assertThat(Difference.of("甲", null)).containsExactly(new Part("甲", true));
        assertThat(Difference.of(null, "甲")).isEmpty();
        assertThat(Difference.of("aaa", "aa")).containsExactly(new Part("aa", false), new Part("a", true));
        // characters beyond the basic plane are not cut in two
        assertThat(Difference.of("𠮷田", "𠮶田")).containsExactly(new Part("𠮷", true), new Part("田", false));
    }
}
