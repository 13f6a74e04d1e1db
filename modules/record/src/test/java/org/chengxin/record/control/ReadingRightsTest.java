package org.chengxin.record.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.DisclosureScope;
import org.chengxin.kernel.Role;
import org.chengxin.kernel.Section;
import org.chengxin.record.boundary.EventView;
import org.chengxin.record.entity.AdmittedRow;
import org.chengxin.record.entity.CreditRecord;
import org.chengxin.record.entity.LotContext;
import org.chengxin.record.entity.Step;
import org.chengxin.record.entity.SupplierStatement;
import org.junit.jupiter.api.Test;

class ReadingRightsTest {

    private static final long SUPPLIER = 7;
    private static final long OTHER = 8;
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    @Test
    void what_is_undecided_is_for_the_supplier_the_centre_and_the_auditor() {
        CreditRecord record = record();

        assertThat(rights(SUPPLIER, Role.CLERK).mayKnow(record)).isTrue();
        assertThat(rights(OTHER, Role.CENTRE).mayKnow(record)).isTrue();
        assertThat(rights(OTHER, Role.AUDITOR).mayKnow(record)).isTrue();
        assertThat(rights(OTHER, Role.CLERK).mayKnow(record)).isFalse();
        assertThat(rights(OTHER, Role.DEPARTMENT_USER).mayKnow(record)).isFalse();
    }

    @Test
    void what_needs_an_authorisation_is_not_even_for_the_centre() {
        CreditRecord record = record();
        record.setScope(DisclosureScope.AUTHORISED, "r", step());
        record.hold(step());

        assertThat(rights(OTHER, Role.CENTRE).mayKnow(record)).isFalse();
        assertThat(rights(OTHER, Role.AUDITOR).mayKnow(record)).isTrue();
        assertThat(rights(SUPPLIER, Role.CLERK).mayKnow(record)).isTrue();
    }

    @Test
    void what_is_public_is_for_all_but_its_earlier_contents_are_not() {
        CreditRecord record = record();
        record.setScope(DisclosureScope.PUBLIC, "r", step());
        record.classify(Section.OTHER, "r", step());
        record.publish(step());

        assertThat(rights(OTHER, Role.CLERK).mayKnow(record)).isTrue();
        assertThat(rights(OTHER, Role.CLERK).mayCompare(record)).isFalse();
        assertThat(rights(OTHER, Role.CENTRE).mayCompare(record)).isFalse();
        assertThat(rights(OTHER, Role.AUDITOR).mayCompare(record)).isTrue();
        assertThat(rights(SUPPLIER, Role.SUPERVISOR).mayCompare(record)).isTrue();
    }

    @Test
    void personal_values_are_for_those_of_the_supplier_who_work_on_the_record() {
        assertThat(rights(SUPPLIER, Role.REVIEWER).mayUnmask(record())).isTrue();
        assertThat(rights(SUPPLIER, Role.SUPERVISOR).mayUnmask(record())).isFalse();
        assertThat(rights(OTHER, Role.REVIEWER).mayUnmask(record())).isFalse();
        assertThat(rights(OTHER, Role.AUDITOR).mayUnmask(record())).isFalse();
    }

    @Test
    void law_and_reason_of_a_ruling_are_for_officers_supervisors_and_the_auditor() {
        EventView ruling = event("ApplyRuling");
        EventView publication = event("PublishRecord");
        List<EventView> events = List.of(ruling, publication);

        assertThat(rights(SUPPLIER, Role.SECRECY_OFFICER).shown(record(), events))
                .isEqualTo(events);
        assertThat(rights(SUPPLIER, Role.SUPERVISOR).shown(record(), events)).isEqualTo(events);
        assertThat(rights(OTHER, Role.AUDITOR).shown(record(), events)).isEqualTo(events);
        for (ReadingRights rights : List.of(
                rights(SUPPLIER, Role.CLERK),
                rights(SUPPLIER, Role.REVIEWER),
                rights(OTHER, Role.SECRECY_OFFICER),
                rights(OTHER, Role.SUPERVISOR),
                rights(OTHER, Role.CENTRE))) {
            assertThat(rights.shown(record(), events)).containsExactly(ruling.withoutGrounds(), publication);
        }
        assertThat(ruling.withoutGrounds().reason()).isNull();
        assertThat(ruling.withoutGrounds().legalBasis()).isNull();
        assertThat(ruling.withoutGrounds().organisation()).isEqualTo("环保局");
        EventView open = event("DecideDisclosure");
        assertThat(rights(OTHER, Role.CENTRE).shown(record(), List.of(open))).containsExactly(open.withoutGrounds());
        EventView outside = event(null);
        assertThat(rights(OTHER, Role.CENTRE).shown(record(), List.of(outside))).containsExactly(outside);
    }

    private static EventView event(String activity) {
        return new EventView(
                NOW.atOffset(ZoneOffset.UTC),
                "SET_SCOPE",
                "A",
                "B",
                "officer",
                "环保局",
                "CreditRecord",
                activity,
                "law",
                "why",
                Map.of("scope", "PUBLIC"));
    }

    private static ReadingRights rights(long organisation, Role role) {
        return new ReadingRights(new Actor(1L, "x", "某", organisation, "c", "n", Set.of(role)));
    }

    private static Step step() {
        return Step.of(NOW, Actor.process("CreditRecord"), "CreditRecord", "i", "a");
    }

    private static CreditRecord record() {
        Actor clerk = new Actor(1L, "clerk", "甲", SUPPLIER, null, null, Set.of());
        Actor reviewer = new Actor(2L, "reviewer", "乙", SUPPLIER, null, null, Set.of());
        SupplierStatement stated = new SupplierStatement(null, false, null, null, null, null, false, null, null);
        return CreditRecord.admit(
                new AdmittedRow(2, 1L, "R1", 3L, "{}", "h", "k", "题", null, null, stated, null, Map.of()),
                new LotContext(1L, "L1", 5L, "X", 6L, SUPPLIER, clerk, NOW, reviewer, NOW, null, false, "i"));
    }
}
