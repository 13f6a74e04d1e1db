package org.chengxin.record.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.DisclosureScope;
import org.chengxin.kernel.Section;
import org.junit.jupiter.api.Test;

/** What a record lets happen to it, and the event that each step leaves. */
class CreditRecordTest {

    /** 23:59:59 of 23 November 2026 in Shanghai. */
    private static final Instant LAST_SECOND = Instant.parse("2026-11-23T15:59:59Z");

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private final Step step = Step.of(LAST_SECOND, Actor.process("CreditRecord"), "CreditRecord", "p", "Step");

    private static LotContext lot() {
        return new LotContext(
                1L,
                "L1",
                2L,
                "PEN-ENV",
                3L,
                4L,
                new Actor(null, "clerk.env", "c", 4L, null, null, Set.of()),
                LAST_SECOND,
                new Actor(null, "reviewer.env", "r", 4L, null, null, Set.of()),
                LAST_SECOND,
                null,
                false,
                "i");
    }

    private static AdmittedRow row(String hash) {
        SupplierStatement stated = new SupplierStatement(null, false, null, null, null, null, false, null, null);
        return new AdmittedRow(2, 9L, "R9", 5L, "{}", hash, "k", "t", "law", DAY, stated, null, java.util.Map.of());
    }

    private static CreditRecord record() {
        return CreditRecord.admit(row("h1"), lot());
    }

    @Test
    void the_law_that_a_person_named_stands_in_the_event_and_otherwise_the_rule() {
        CreditRecord record = record();
        record.unsaved().takeEvents();
        record.setScope(DisclosureScope.UNDETERMINED, "disclosure-scope#x", step);
        record.setScope(DisclosureScope.GOVERNMENT, "DecideDisclosure", step.because("law", "why"));
        assertThat(record.unsaved().takeEvents())
                .extracting(RecordEvent::legalBasis)
                .containsExactly("disclosure-scope#x", "law");
        assertThat(record.disclosure().scopeRule()).isEqualTo("DecideDisclosure");
    }

    @Test
    void an_early_warning_becomes_an_alert_with_its_reason_and_nothing_else_changes() {
        CreditRecord record = record();
        record.setPeriod(DAY, "p", step);
        record.classify(Section.WARNING, "c", step);
        record.setScope(DisclosureScope.PUBLIC, "s", step);
        assertThatThrownBy(() -> record.raise(step)).isInstanceOf(IllegalTransition.class);
        record.publish(step);
        record.unsaved().takeEvents();

        record.raise(step.because("basis", "why"));

        assertThat(record.section()).isEqualTo(Section.ALERT);
        assertThat(record.state()).isEqualTo(RecordState.PUBLISHED);
        assertThat(record.endsOn()).isEqualTo(DAY);
        RecordEvent event = record.unsaved().takeEvents().get(0);
        assertThat(event.type()).isEqualTo(RecordTransition.RAISE);
        assertThat(event.legalBasis()).isEqualTo("basis");
        assertThat(event.reason()).isEqualTo("why");
        assertThat(event.details()).containsEntry("section", "ALERT");
        assertThatThrownBy(() -> record.raise(step)).isInstanceOf(IllegalStateException.class);

        record.revise(row("h2"), lot());
        assertThat(record.disclosure().raised()).isTrue();
        assertThat(record.scope()).isEqualTo(DisclosureScope.UNDETERMINED);
        assertThat(record.endsOn()).isNull();
    }

    @Test
    void admission_tells_what_happened_while_the_lot_owned_it() {
        CreditRecord record = record();
        List<RecordEvent> events = record.unsaved().takeEvents();
        assertThat(events)
                .extracting(RecordEvent::type)
                .containsExactly(RecordTransition.RECEIVE, RecordTransition.SUBMIT, RecordTransition.APPROVE);
        assertThat(events).extracting(RecordEvent::actor).containsExactly("clerk.env", "clerk.env", "reviewer.env");
        assertThat(record.scope()).isEqualTo(DisclosureScope.UNDETERMINED);
        assertThat(record.unsaved().takeContent().changeKind()).isEqualTo("FIRST");
        assertThat(record.unsaved().takeEvents()).isEmpty();
    }

    @Test
    void nothing_becomes_public_because_something_is_missing() {
        CreditRecord unclassified = record();
        unclassified.setScope(DisclosureScope.PUBLIC, "rule", step);
        assertThatThrownBy(() -> unclassified.publish(step)).isInstanceOf(IllegalStateException.class);

        CreditRecord undetermined = record();
        undetermined.classify(Section.WARNING, "rule", step);
        assertThatThrownBy(() -> undetermined.publish(step)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> undetermined.hold(step)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_last_visible_day_is_visible_to_its_last_second_in_shanghai() {
        CreditRecord record = record();
        record.setPeriod(DAY, "rule", step);
        assertThat(record.disclosure().overAt(LAST_SECOND)).isFalse();
        assertThat(record.disclosure().overAt(LAST_SECOND.plusSeconds(1))).isTrue();
    }

    @Test
    void what_is_over_cannot_be_published() {
        CreditRecord record = record();
        record.setPeriod(DAY.minusDays(1), "rule", step);
        record.classify(Section.WARNING, "rule", step);
        record.setScope(DisclosureScope.PUBLIC, "rule", step);
        assertThatThrownBy(() -> record.publish(step)).isInstanceOf(IllegalStateException.class);
        record.end(step);
        assertThat(record.state()).isEqualTo(RecordState.ENDED);
    }

    @Test
    void new_content_starts_undetermined_again() {
        CreditRecord record = record();
        record.classify(Section.WARNING, "rule", step);
        record.setScope(DisclosureScope.PUBLIC, "rule", step);
        record.publish(step);
        record.unsaved().takeContent();

        record.revise(row("h2"), lot());

        assertThat(record.state()).isEqualTo(RecordState.IN_REVIEW);
        assertThat(record.scope()).isEqualTo(DisclosureScope.UNDETERMINED);
        assertThat(record.section()).isNull();
        assertThat(record.contentVersion()).isEqualTo(2);
        assertThat(record.unsaved().takeContent().changeKind()).isEqualTo("CHANGE");
    }

    @Test
    void a_step_that_the_graph_does_not_have_is_refused_and_leaves_no_event() {
        CreditRecord record = record();
        record.end(step);
        record.unsaved().takeEvents();
        assertThatThrownBy(() -> record.withhold(step)).isInstanceOf(IllegalTransition.class);
        assertThat(record.unsaved().takeEvents()).isEmpty();
    }
}
