package org.chengxin.workflow.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chengxin.record.boundary.EventView;
import org.junit.jupiter.api.Test;

/** What is drawn for a record is told by its events alone. */
class ProcessDiagramsTest {

    private final ProcessDiagrams diagrams = new ProcessDiagrams();

    @Test
    void a_clean_record_went_straight_to_the_portal() {
        ProcessDiagram diagram = diagrams.ofRecord(run(
                "DeterminePeriod SET_PERIOD",
                "ClassifyConduct CLASSIFY",
                "DetermineScope SET_SCOPE",
                "PublishRecord PUBLISH"));

        assertThat(diagram.way())
                .containsExactly(
                        "RecordApproved",
                        "DeterminePeriod",
                        "PeriodRunning",
                        "ClassifyConduct",
                        "SectionKnown",
                        "SectionSettled",
                        "DetermineScope",
                        "ScopeDetermined",
                        "PublicDecided",
                        "PublishRecord",
                        "RecordPublished");
        assertThat(diagram.token()).isEqualTo("RecordPublished");
        assertThat(passedFlows(diagram))
                .hasSize(10)
                .contains("SectionKnownToSectionSettled", "PublishRecordToRecordPublished")
                .doesNotContain("SectionKnownToClassifyRecord", "PeriodRunningToEndRecord");
    }

    @Test
    void what_nobody_said_anything_about_waits_for_the_officer() {
        ProcessDiagram diagram = diagrams.ofRecord(run(
                "DeterminePeriod SET_PERIOD",
                "ClassifyConduct CLASSIFY",
                "DetermineScope SET_SCOPE",
                "WithholdRecord WITHHOLD"));

        assertThat(diagram.token()).isEqualTo("DecideDisclosure");
        assertThat(diagram.way()).endsWith("WithholdRecord", "DecideDisclosure");
    }

    @Test
    void a_table_without_an_answer_leaves_no_event_and_the_reviewer_is_asked() {
        ProcessDiagram waiting = diagrams.ofRecord(run("DeterminePeriod SET_PERIOD"));
        assertThat(waiting.token()).isEqualTo("ClassifyRecord");
        assertThat(waiting.way()).contains("ClassifyConduct", "SectionKnown");

        ProcessDiagram classified = diagrams.ofRecord(run(
                "DeterminePeriod SET_PERIOD",
                "ApplySection CLASSIFY",
                "DetermineScope SET_SCOPE",
                "WithholdRecord WITHHOLD",
                "ApplyRuling SET_SCOPE",
                "HoldRecord HOLD"));
        assertThat(classified.token()).isEqualTo("RecordHeld");
        assertThat(classified.way())
                .containsSubsequence("ClassifyConduct", "ClassifyRecord", "ApplySection", "SectionSettled")
                .containsSubsequence("DecideDisclosure", "ApplyRuling", "RulingGiven", "NonPublicDecided");
    }

    @Test
    void what_was_over_before_it_came_is_archived_at_once() {
        ProcessDiagram diagram = diagrams.ofRecord(run("DeterminePeriod SET_PERIOD", "EndRecord END"));

        assertThat(diagram.token()).isEqualTo("RecordEnded");
        assertThat(diagram.way()).doesNotContain("ClassifyConduct");
    }

    @Test
    void a_period_that_ended_during_the_wait_interrupts_it() {
        ProcessDiagram diagram = diagrams.ofRecord(append(
                run("DeterminePeriod SET_PERIOD", "DetermineScope SET_SCOPE", "WithholdRecord WITHHOLD"),
                event("PeriodEnd", "EndDueRecords", "END")));

        assertThat(diagram.token()).isEqualTo("RecordOvertakenInDisclosure");
        assertThat(diagram.way()).endsWith("DecideDisclosure", "DisclosureOvertaken", "RecordOvertakenInDisclosure");
    }

    @Test
    void a_period_that_ended_after_publication_leaves_the_process_where_it_ended() {
        ProcessDiagram diagram = diagrams.ofRecord(append(
                run("DeterminePeriod SET_PERIOD", "DetermineScope SET_SCOPE", "PublishRecord PUBLISH"),
                event("PeriodEnd", "EndDueRecords", "END")));

        assertThat(diagram.token()).isEqualTo("RecordPublished");
    }

    @Test
    void what_ended_in_the_step_that_was_to_publish_it_was_never_published() {
        ProcessDiagram diagram = diagrams.ofRecord(run(
                "DeterminePeriod SET_PERIOD",
                "DetermineScope SET_SCOPE",
                "WithholdRecord WITHHOLD",
                "ApplyRuling SET_SCOPE",
                "PublishRecord END"));

        assertThat(diagram.token()).isEqualTo("PublishRecord");
        assertThat(diagram.way()).doesNotContain("RecordPublished");
    }

    @Test
    void before_its_process_took_a_step_the_record_is_at_the_start_and_unknown_steps_change_nothing() {
        assertThat(diagrams.ofRecord(List.of(event("Submission", "ReviewLot", "APPROVE")))
                        .token())
                .isEqualTo("RecordApproved");
        assertThat(diagrams.ofRecord(run("DeterminePeriod SET_PERIOD", "StepOfAnEarlierModel CLASSIFY"))
                        .token())
                .isEqualTo("ClassifyRecord");
    }

    @Test
    void everything_drawn_lies_within_the_picture() {
        ProcessDiagram diagram = diagrams.ofRecord(List.of());
        ProcessDiagram.Box view = diagram.view();

        assertThat(diagram.nodes()).hasSizeGreaterThan(20).allSatisfy(node -> {
            assertThat(node.box().x()).isGreaterThan(view.x());
            assertThat(node.box().y()).isGreaterThan(view.y());
            assertThat(node.box().x() + node.box().width()).isLessThan(view.x() + view.width());
            assertThat(node.box().y() + node.box().height()).isLessThan(view.y() + view.height());
        });
        assertThat(diagram.flows())
                .flatExtracting(ProcessDiagram.Flow::points)
                .hasSizeGreaterThan(50)
                .allSatisfy(point -> assertThat(point.x()).isBetween(view.x(), view.x() + view.width()));
    }

    @Test
    void rows_of_the_tables_are_found_by_what_records_keep() {
        DecisionRules rules = new DecisionRules();

        assertThat(rules.find("disclosure-period#order-36-ordinary")).hasValueSatisfying(rule -> {
            assertThat(rule.minMonths()).isEqualTo(3);
            assertThat(rule.maxMonths()).isEqualTo(12);
            assertThat(rule.description()).contains("一般");
        });
        assertThat(rules.find("disclosure-period#not-negative"))
                .hasValueSatisfying(rule -> assertThat(rule.maxMonths()).isNull());
        assertThat(rules.find("conduct-class#alert-serious")).isPresent();
        assertThat(rules.find("conduct-class#nothing-like-it")).isEmpty();
    }

    private static List<String> passedFlows(ProcessDiagram diagram) {
        return diagram.flows().stream()
                .filter(ProcessDiagram.Flow::passed)
                .map(ProcessDiagram.Flow::id)
                .toList();
    }

    private static List<EventView> append(List<EventView> run, EventView last) {
        return Stream.concat(run.stream(), Stream.of(last)).toList();
    }

    private static List<EventView> run(String... steps) {
        return Arrays.stream(steps)
                .map(step -> step.split(" "))
                .map(step -> event("CreditRecord", step[0], step[1]))
                .toList();
    }

    private static EventView event(String process, String activity, String type) {
        return new EventView(
                OffsetDateTime.parse("2026-03-02T01:00:00Z"),
                type,
                null,
                "IN_REVIEW",
                process,
                null,
                process,
                activity,
                null,
                null,
                Map.of());
    }
}
