package org.chengxin.secrecy.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Set;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.Role;
import org.chengxin.record.boundary.RecordReference;
import org.chengxin.record.boundary.RecordSteps;
import org.junit.jupiter.api.Test;

/** Four eyes on disclosure: the supplier's own officer rules, who had nothing to do with the record before. */
class DisclosureStepsTest {

    private static final long SUPPLIER = 7;

    private final DisclosureSteps steps = new DisclosureSteps();

    DisclosureStepsTest() {
        steps.records = new RecordSteps() {
            @Override
            public RecordReference reference(String recordNo) {
                return new RecordReference(recordNo, "题", SUPPLIER, 1L, "reviewer");
            }
        };
        steps.authors = (recordNo, actor) -> {
            if (actor.username().equals("author")) {
                throw BusinessRefusal.forbidden("FOUR_EYES", recordNo);
            }
        };
    }

    @Test
    void an_officer_of_the_supplier_rules() {
        assertThatCode(() -> steps.refuseRulingBy("R1", officer("officer", SUPPLIER)))
                .doesNotThrowAnyException();
    }

    @Test
    void an_officer_of_another_organisation_does_not() {
        assertThat(refusal(officer("officer", 8))).isEqualTo("NOT_SUPPLIER");
    }

    @Test
    void whoever_reviewed_the_record_or_put_a_hand_to_its_content_does_not() {
        assertThat(refusal(officer("reviewer", SUPPLIER))).isEqualTo("FOUR_EYES");
        assertThat(refusal(officer("author", SUPPLIER))).isEqualTo("FOUR_EYES");
    }

    private String refusal(Actor officer) {
        return catchThrowableOfType(BusinessRefusal.class, () -> steps.refuseRulingBy("R1", officer))
                .code();
    }

    private static Actor officer(String username, long organisation) {
        return new Actor(1L, username, "某", organisation, "c", "n", Set.of(Role.SECRECY_OFFICER));
    }
}
