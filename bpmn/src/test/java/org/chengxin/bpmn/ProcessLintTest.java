package org.chengxin.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.ComplexGateway;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of bpmnlint's recommended set that matter here, so that no Node is needed to hold them. */
class ProcessLintTest {

    static List<String> processes() {
        return ModelFiles.processes();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void oneStartAndAnEnd(String file) {
        BpmnModelInstance model = ModelFiles.process(file);

        List<ModelElementInstance> scopes = new ArrayList<>(model.getModelElementsByType(Process.class));
        scopes.addAll(model.getModelElementsByType(SubProcess.class));
        assertThat(scopes).allSatisfy(scope -> {
            assertThat(scope.getChildElementsByType(StartEvent.class)).hasSize(1);
            assertThat(scope.getChildElementsByType(EndEvent.class)).isNotEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("processes")
    void nothingBeginsOrStopsWithoutAnEvent(String file) {
        for (FlowNode node : nodes(file)) {
            boolean begins = node instanceof StartEvent || node instanceof BoundaryEvent;
            assertThat(node.getIncoming().isEmpty()).as(node.getId()).isEqualTo(begins);
            assertThat(node.getOutgoing().isEmpty()).as(node.getId()).isEqualTo(node instanceof EndEvent);
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void onlyGatewaysSplitAndJoinAndNoneDoesBothOrNothing(String file) {
        for (FlowNode node : nodes(file)) {
            int in = node.getIncoming().size();
            int out = node.getOutgoing().size();
            if (node instanceof Gateway) {
                assertThat(in > 1 ^ out > 1).as(node.getId()).isTrue();
            } else {
                assertThat(in).as(node.getId()).isLessThanOrEqualTo(1);
                assertThat(out).as(node.getId()).isLessThanOrEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyWayOutOfAQuestionHasAConditionOrIsTheDefault(String file) {
        for (ExclusiveGateway gateway : ModelFiles.process(file).getModelElementsByType(ExclusiveGateway.class)) {
            for (SequenceFlow flow : gateway.getOutgoing()) {
                boolean question = gateway.getOutgoing().size() > 1;
                boolean isDefault = flow.equals(gateway.getDefault());
                boolean conditional = flow.getConditionExpression() != null;
                assertThat(conditional).as(flow.getId()).isEqualTo(question && !isDefault);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void whatIsHardToReadIsNotUsed(String file) {
        BpmnModelInstance model = ModelFiles.process(file);

        assertThat(model.getModelElementsByType(InclusiveGateway.class)).isEmpty();
        assertThat(model.getModelElementsByType(ComplexGateway.class)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void noFlowIsDrawnTwice(String file) {
        Set<String> ways = new HashSet<>();
        for (SequenceFlow flow : ModelFiles.process(file).getModelElementsByType(SequenceFlow.class)) {
            assertThat(ways.add(
                            flow.getSource().getId() + ">" + flow.getTarget().getId()))
                    .as(flow.getId())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyErrorHasACodeAndIsCaughtByIt(String file) {
        BpmnModelInstance model = ModelFiles.process(file);

        assertThat(model.getModelElementsByType(Error.class))
                .allSatisfy(error -> assertThat(error.getErrorCode()).matches("[A-Z]+(_[A-Z]+)*"));
        assertThat(model.getModelElementsByType(ErrorEventDefinition.class))
                .allSatisfy(definition -> assertThat(definition.getError()).isNotNull());
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyMessageHasANameOfItsOwnAndIsWaitedFor(String file) {
        BpmnModelInstance model = ModelFiles.process(file);
        Collection<Message> messages = model.getModelElementsByType(Message.class);

        assertThat(messages).allSatisfy(message -> assertThat(message.getName()).matches("([A-Z][a-z]+)+"));
        assertThat(messages).extracting(Message::getName).doesNotHaveDuplicates();
        assertThat(model.getModelElementsByType(MessageEventDefinition.class))
                .extracting(MessageEventDefinition::getMessage)
                .doesNotContainNull()
                .containsAll(messages);
    }

    @ParameterizedTest
    @MethodSource("processes")
    void aBoundaryEventWaitsForOneThing(String file) {
        assertThat(ModelFiles.process(file).getModelElementsByType(BoundaryEvent.class))
                .allSatisfy(event -> assertThat(event.getEventDefinitions()).hasSize(1));
    }

    private static Collection<FlowNode> nodes(String file) {
        return ModelFiles.process(file).getModelElementsByType(FlowNode.class);
    }
}
