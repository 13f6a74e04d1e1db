package org.chengxin.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.chengxin.record.entity.IllegalTransition;
import org.chengxin.record.entity.RecordState;
import org.chengxin.record.entity.RecordTransition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The process asks for no transition that the record's own state graph forbids, whichever way it takes. */
class TransitionsTest {
    private static final Map<String, RecordState> STATE_AT_THE_END = Map.ofEntries(
            Map.entry("RecordPublished", RecordState.PUBLISHED),
            Map.entry("RecordHeld", RecordState.HELD),
            Map.entry("RecordEnded", RecordState.ENDED),
            Map.entry("RecordOvertakenInClassification", RecordState.IN_REVIEW),
            Map.entry("RecordOvertakenInDisclosure", RecordState.IN_REVIEW),
            // somebody was told; the record waits as it did
            Map.entry("ClassificationReminded", RecordState.IN_REVIEW),
            Map.entry("ClassificationEscalated", RecordState.IN_REVIEW),
            Map.entry("DisclosureReminded", RecordState.UNDETERMINED),
            Map.entry("DisclosureEscalated", RecordState.UNDETERMINED));

    static List<List<FlowNode>> paths() {
        return RecordPaths.of(ModelFiles.process("credit-record.bpmn"));
    }

    @ParameterizedTest
    @MethodSource("paths")
    void everyPathIsAllowedAndEndsInTheStateItsEndSays(List<FlowNode> path) {
        String end = path.get(path.size() - 1).getId();

        assertThat(stateAfter(path)).isEqualTo(STATE_AT_THE_END.get(end));
    }

    @Test
    void thePathsPassEveryElement() {
        Set<String> passed =
                paths().stream().flatMap(List::stream).map(FlowNode::getId).collect(Collectors.toSet());

        assertThat(passed)
                .containsExactlyInAnyOrderElementsOf(
                        ModelFiles.process("credit-record.bpmn").getModelElementsByType(FlowNode.class).stream()
                                .map(FlowNode::getId)
                                .toList());
    }

    @Test
    void anOvertakenInstanceLeavesTheRecordWhereTheInstanceOfTheNewContentStarts() {
        List<List<FlowNode>> overtaken = paths().stream()
                .filter(path -> path.stream().anyMatch(TransitionsTest::hearsOfNewContent))
                .toList();

        assertThat(overtaken).isNotEmpty();
        for (List<FlowNode> old : overtaken) {
            for (List<FlowNode> ofNewContent : paths()) {
                assertThat(stateAfter(stateAfter(old), ofNewContent))
                        .isEqualTo(STATE_AT_THE_END.get(
                                ofNewContent.get(ofNewContent.size() - 1).getId()));
            }
        }
    }

    /** Only telling somebody of a deadline changes nothing. */
    @Test
    void whateverChangesARecordSaysSo() {
        Set<String> silent = ModelFiles.process("credit-record.bpmn").getModelElementsByType(FlowNode.class).stream()
                .filter(node -> RecordPaths.transition(node).isEmpty())
                .map(node -> node.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "delegateExpression"))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());

        assertThat(silent).containsExactlyInAnyOrder("${remindOwners}", "${escalateTask}");
    }

    @Test
    void theLotsProcessTouchesNoRecordByItself() {
        assertThat(ModelFiles.process("submission.bpmn").getModelElementsByType(FlowNode.class))
                .allMatch(node -> RecordPaths.transition(node).isEmpty());
    }

    @Test
    void aModelThatAskedForAForbiddenTransitionWouldBeFound() {
        String text = Bpmn.convertToString(ModelFiles.process("credit-record.bpmn"))
                .replace("name=\"recordTransition\" value=\"HOLD\"", "name=\"recordTransition\" value=\"WITHHOLD\"");
        BpmnModelInstance forbidden = ModelFiles.parse(text);

        assertThatThrownBy(() -> RecordPaths.of(forbidden).forEach(TransitionsTest::stateAfter))
                .isInstanceOf(IllegalTransition.class);
    }

    private static RecordState stateAfter(List<FlowNode> path) {
        return stateAfter(RecordState.IN_REVIEW, path);
    }

    private static RecordState stateAfter(RecordState start, List<FlowNode> path) {
        RecordState state = start;
        for (FlowNode node : path) {
            // the lot that brings new content revises the record, and only then tells the instance that waits
            String asked = hearsOfNewContent(node)
                    ? RecordTransition.REVISE.name()
                    : RecordPaths.transition(node).orElse(null);
            if (asked != null) {
                state = RecordTransition.valueOf(asked).target(state);
            }
        }
        return state;
    }

    private static boolean hearsOfNewContent(FlowNode node) {
        return node instanceof BoundaryEvent event
                && ModelFiles.message(event).filter("RecordOvertaken"::equals).isPresent();
    }
}
