package org.chengxin.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.chengxin.forms.FormSchemas;
import org.chengxin.kernel.Role;
import org.chengxin.kernel.time.LegalClock;
import org.chengxin.kernel.time.LegalRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How every process of this module is written: named in Chinese, explained, wired to what exists. */
class ProcessModelRulesTest {
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String CHINESE = "(?s).*\\p{IsHan}.*";
    /** What modelers write when nobody gives an id. */
    private static final String GENERATED = "(?i)(\\w+_)?[0-9a-z]{7}|.*_\\d\\w{6}";
    /** A clause of a law or seed, or a figure of a document number. */
    private static final String CITATION = "(?s).*(第\\s?\\d|号|条例|规则|条款).*";

    static List<String> processes() {
        return ModelFiles.processes();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void aProcessCanBeDeployedVersionedAndCleanedUp(String file) {
        Process process = process(file);
        String kebab = process.getId().replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase();

        assertThat(process.getId()).matches("[A-Z][A-Za-z]+");
        assertThat(file).isEqualTo(kebab + ".bpmn");
        assertThat(process.getName()).matches(CHINESE);
        assertThat(process.isExecutable()).isTrue();
        assertThat(process.getCamundaVersionTag()).isNotBlank();
        assertThat(process.getCamundaHistoryTimeToLiveString()).matches("P\\d+D");
        assertThat(documentation(process.getDocumentations())).matches(CHINESE);
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyElementHasASpeakingIdAndAChineseName(String file) {
        assertThat(nodes(file)).allSatisfy(node -> {
            assertThat(node.getId()).matches("[A-Z][A-Za-z]+").doesNotMatch("(Activity|Event|Gateway|Flow)_.*");
            assertThat(node.getName()).as(node.getId()).matches(CHINESE);
        });
        assertThat(ModelFiles.process(file).getModelElementsByType(FlowElement.class))
                .extracting(FlowElement::getId)
                .noneMatch(id -> id.contains("_") && id.matches(GENERATED));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyWayOutOfAQuestionIsNamed(String file) {
        for (Gateway gateway : ModelFiles.process(file).getModelElementsByType(Gateway.class)) {
            if (gateway.getOutgoing().size() > 1) {
                assertThat(gateway.getName()).endsWith("？");
                assertThat(gateway.getOutgoing())
                        .extracting(SequenceFlow::getName)
                        .doesNotContainNull()
                        .allMatch(name -> name.matches(CHINESE))
                        .doesNotHaveDuplicates();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyTaskExplainsItselfAndSaysWhatItRestsOn(String file) {
        assertThat(ModelFiles.process(file).getModelElementsByType(Task.class))
                .allSatisfy(task -> assertThat(documentation(task.getDocumentations()))
                        .as(task.getId())
                        .matches(CHINESE)
                        .matches(CITATION));
    }

    @Test
    void theDelegatesThatAreCalledAreTheOnesThatAreListed() throws IOException {
        Set<String> called = new TreeSet<>();
        for (String file : processes()) {
            for (FlowNode node : nodes(file)) {
                String expression = node.getAttributeValueNs(CAMUNDA, "delegateExpression");
                if (node instanceof Task && !(node instanceof UserTask)) {
                    assertThat(expression).as(node.getId()).matches("\\$\\{[a-z][A-Za-z]+}");
                    called.add(expression.substring(2, expression.length() - 1));
                }
            }
        }
        assertThat(listedDelegates()).containsExactlyElementsOf(called);
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyUserTaskHasAFormAnOwnerADeadlineAndATitle(String file) {
        Set<String> rules = new TreeSet<>(
                LegalClock.shipped().rules().stream().map(LegalRule::id).toList());
        assertThat(ModelFiles.process(file).getModelElementsByType(UserTask.class))
                .allSatisfy(task -> {
                    String form = task.getAttributeValueNs(CAMUNDA, "formRef");
                    assertThat(FormSchemas.load(form).fields()).isNotEmpty();
                    assertThat(task.getAttributeValueNs(CAMUNDA, "formRefBinding"))
                            .isEqualTo("latest");
                    assertThat(property(task, "ownerRole")).isEqualTo(task.getCamundaCandidateGroups());
                    assertThat(Role.valueOf(task.getCamundaCandidateGroups())).isNotNull();
                    assertThat(rules).contains(property(task, "dueRule"));
                    assertThat(property(task, "titleKey")).isEqualTo("task." + task.getId());
                });
    }

    /** The names are how a timer is found again when the deadline of its task moves. */
    @ParameterizedTest
    @MethodSource("processes")
    void everyUserTaskHasATimerBeforeItsDeadlineAndOneAfterItNamedAfterTheTask(String file) {
        BpmnModelInstance model = ModelFiles.process(file);
        for (UserTask task : model.getModelElementsByType(UserTask.class)) {
            assertTimer(model, task, "DueSoon", "dueSoon", "remindOwners");
            assertTimer(model, task, "Overdue", "overdue", "escalateTask");
        }
    }

    private static void assertTimer(
            BpmnModelInstance model, UserTask task, String suffix, String moment, String delegate) {
        BoundaryEvent event = model.getModelElementById(task.getId() + suffix);
        assertThat(event).as(task.getId() + suffix).isNotNull();
        assertThat(event.getAttachedTo()).isEqualTo(task);
        assertThat(event.cancelActivity()).isFalse();
        assertThat(event.getEventDefinitions().iterator().next())
                .isInstanceOfSatisfying(TimerEventDefinition.class, timer -> assertThat(
                                timer.getTimeDate().getTextContent())
                        .isEqualTo("${taskTimers." + moment + "('" + property(task, "dueRule") + "')}"));
        assertThat(event.getOutgoing().iterator().next().getTarget().getAttributeValueNs(CAMUNDA, "delegateExpression"))
                .isEqualTo("${" + delegate + "}");
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyBoundaryEventExplainsItself(String file) {
        assertThat(ModelFiles.process(file).getModelElementsByType(BoundaryEvent.class))
                .allSatisfy(event -> assertThat(documentation(event.getDocumentations()))
                        .as(event.getId())
                        .matches(CHINESE));
    }

    @Test
    void wheneverARecordWaitsForAPersonItsNewContentEndsTheWait() {
        BpmnModelInstance model = ModelFiles.process("credit-record.bpmn");
        Set<String> interrupted = new TreeSet<>();
        for (BoundaryEvent event : model.getModelElementsByType(BoundaryEvent.class)) {
            if (event.cancelActivity()
                    && ModelFiles.message(event)
                            .filter("RecordOvertaken"::equals)
                            .isPresent()) {
                interrupted.add(event.getAttachedTo().getId());
                assertThat(documentation(event.getDocumentations())).matches(CITATION);
            }
        }

        assertThat(interrupted)
                .containsExactlyInAnyOrderElementsOf(model.getModelElementsByType(UserTask.class).stream()
                        .map(UserTask::getId)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("processes")
    void onlyIdsAndPrimitivesStandInTheModelNoScripts(String file) {
        BpmnModelInstance model = ModelFiles.process(file);

        assertThat(model.getModelElementsByType(org.camunda.bpm.model.bpmn.instance.ScriptTask.class))
                .isEmpty();
        assertThat(model.getModelElementsByType(
                        org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener.class))
                .isEmpty();
    }

    private static Process process(String file) {
        return ModelFiles.process(file)
                .getModelElementsByType(Process.class)
                .iterator()
                .next();
    }

    private static List<FlowNode> nodes(String file) {
        return List.copyOf(ModelFiles.process(file).getModelElementsByType(FlowNode.class));
    }

    private static String documentation(Iterable<Documentation> texts) {
        StringBuilder all = new StringBuilder();
        texts.forEach(text -> all.append(text.getTextContent()));
        return all.toString();
    }

    private static String property(FlowNode node, String name) {
        return node.getExtensionElements().getElementsQuery().list().stream()
                .flatMap(element -> element.getDomElement().getChildElements().stream())
                .filter(element -> name.equals(element.getAttribute("name")))
                .map(element -> element.getAttribute("value"))
                .findFirst()
                .orElse(null);
    }

    private static List<String> listedDelegates() throws IOException {
        try (Stream<String> lines = new String(
                        ModelFiles.open("/processes/delegates.txt").readAllBytes(), StandardCharsets.UTF_8)
                .lines()) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }
}
