package org.chengxin.record.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.Role;
import org.chengxin.record.control.RecordLedger;
import org.chengxin.record.entity.AdmittedRow;
import org.chengxin.record.entity.CreditRecord;
import org.chengxin.record.entity.LotContext;
import org.chengxin.record.entity.SupplierStatement;
import org.junit.jupiter.api.Test;

/** Four eyes on the section of a record. */
class RecordStepsTest {

    private static final long SUPPLIER = 7;
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    private final RecordSteps steps = new RecordSteps();

    RecordStepsTest() {
        steps.ledger = new RecordLedger() {
            private static final long serialVersionUID = 1L;

            @Override
            public CreditRecord get(String recordNo) {
                return record();
            }
        };
        steps.authors = (recordNo, actor) -> {
            if (actor.username().equals("author")) {
                throw BusinessRefusal.forbidden("FOUR_EYES", recordNo);
            }
        };
    }

    @Test
    void a_reviewer_of_the_supplier_says_the_section() {
        assertThatCode(() -> steps.refuseClassificationBy("R1", reviewer("reviewer", SUPPLIER)))
                .doesNotThrowAnyException();
    }

    @Test
    void neither_does_a_reviewer_of_another_organisation_nor_who_put_a_hand_to_its_content() {
        assertThat(refusal(reviewer("reviewer", 8))).isEqualTo("NOT_SUPPLIER");
        assertThat(refusal(reviewer("author", SUPPLIER))).isEqualTo("FOUR_EYES");
    }

    private String refusal(Actor reviewer) {
        return catchThrowableOfType(BusinessRefusal.class, () -> steps.refuseClassificationBy("R1", reviewer))
                .code();
    }

    private static Actor reviewer(String username, long organisation) {
        return new Actor(1L, username, "某", organisation, "c", "n", Set.of(Role.REVIEWER));
    }

    private static CreditRecord record() {
        SupplierStatement stated = new SupplierStatement(null, false, null, null, null, null, false, null, null);
        return CreditRecord.admit(
                new AdmittedRow(2, 1L, "R1", 3L, "{}", "h", "k", "题", null, null, stated, null, Map.of()),
                new LotContext(
                        1L,
                        "L1",
                        5L,
                        "X",
                        6L,
                        SUPPLIER,
                        reviewer("clerk", SUPPLIER),
                        NOW,
                        reviewer("reviewer", SUPPLIER),
                        NOW,
                        null,
                        false,
                        "i"));
    }
}
