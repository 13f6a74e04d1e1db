package org.chengxin.intake.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chengxin.intake.control.StandingReading.Standing;
import org.chengxin.intake.entity.Submission;
import org.chengxin.kernel.code.UnifiedSocialCreditCode;
import org.chengxin.record.entity.RecordState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A page of lots says how each stands, and costs one statement whether it shows two lots or twenty. */
class StandingReadingTest {

    @RegisterExtension
    static final IntakeDatabase DATABASE = new IntakeDatabase();

    private Connection connection;

    @BeforeEach
    void connect() throws Exception {
        connection = DATABASE.application();
    }

    @AfterEach
    void forget() throws Exception {
        connection.rollback();
        connection.close();
    }

    @Test
    void twenty_lots_cost_as_many_statements_as_two_and_each_has_its_own_counts() throws Exception {
        List<Submission> lots = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            LotInDatabase lot = new LotInDatabase(connection, "REG-BASIC", registrations(i, 1 + i % 3));
            if (i % 2 == 0) {
                lot.admit();
            }
            lots.add(lot.lot());
        }
        try (Statement sql = connection.createStatement()) {
            sql.execute("UPDATE credit_record SET state = 'ENDED' WHERE submission_id = "
                    + lots.get(1).id());
        }

        CountedStatements counted = new CountedStatements();
        Map<Long, Standing> standings = new StandingReading(counted.of(connection)).of(lots);

        assertThat(counted.executed()).hasSize(1);
        assertThat(standings).hasSize(20);
        for (int i = 1; i <= 20; i++) {
            RecordState state = i == 2 ? RecordState.ENDED : RecordState.IN_REVIEW;
            assertThat(standings.get(lots.get(i - 1).id()).states())
                    .as("lot " + i)
                    .isEqualTo(Map.of(state, 1 + i % 3));
        }
    }

    private static List<Map<String, String>> registrations(int lot, int count) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            Map<String, String> row = new LinkedHashMap<>();
            row.put("subjectName", "苏州第" + (lot * 10 + n) + "号造纸有限公司");
            row.put("unifiedCode", code(lot * 10 + n));
            rows.add(row);
        }
        return rows;
    }

    private static String code(int n) {
        return UnifiedSocialCreditCode.generate("91", "320500", 810_000 + n).value();
    }
}
