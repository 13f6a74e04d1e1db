package org.chengxin.system.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import org.chengxin.kernel.code.UnifiedSocialCreditCode;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A subject that turns out to be another takes its records along, in the transaction that registers it. */
@ExtendWith(ArquillianExtension.class)
class MergedSubjectsIT {

    private static final String SUBJECT = "SELECT subject_id FROM credit_record WHERE id = ?1";
    private static final String EVENTS =
            "SELECT count(*) FROM credit_record_event WHERE type = 'SUBJECT_MERGED' AND record_id = ?1";
    private static final String ROLE = "SELECT subject_id FROM record_subject WHERE record_id = ?1";

    @Inject
    ProbeRegister probe;

    @Deployment
    static EnterpriseArchive application() {
        return TestApplication.withTests(MergedSubjectsIT.class);
    }

    private static String code(int serial) {
        return UnifiedSocialCreditCode.generate("91", "320599", serial).value();
    }

    @Test
    void records_follow_and_one_that_was_loaded_knows_it() {
        Long registered = probe.register("并入探针旧称有限公司", code(1));
        Long provisional = probe.openProvisional("并入探针新称有限公司");
        assertNotEquals(registered, provisional);
        probe.record(9_000_000_001L, "RPROBE1", provisional);

        assertEquals(registered, probe.subjectOfLoadedRecord(9_000_000_001L, "并入探针新称有限公司", code(1), false));

        assertEquals(registered, probe.one(SUBJECT, 9_000_000_001L));
        assertEquals(registered, probe.one(ROLE, 9_000_000_001L));
        assertEquals(1L, probe.one(EVENTS, 9_000_000_001L));
    }

    @Test
    void what_fails_afterwards_undoes_all_of_it() {
        probe.register("撤销探针旧称有限公司", code(2));
        Long provisional = probe.openProvisional("撤销探针新称有限公司");
        probe.record(9_000_000_002L, "RPROBE2", provisional);

        assertThrows(
                EJBException.class, () -> probe.subjectOfLoadedRecord(9_000_000_002L, "撤销探针新称有限公司", code(2), true));

        assertEquals(provisional, probe.one(SUBJECT, 9_000_000_002L));
        assertEquals(0L, probe.one(EVENTS, 9_000_000_002L));
        assertEquals(provisional, probe.openProvisional("撤销探针新称有限公司"));
    }
}
