package org.chengxin.intake.control;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chengxin.catalogue.boundary.Catalogue;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.intake.entity.SettlementAction;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.code.UnifiedSocialCreditCode;
import org.chengxin.kernel.time.ApplicationClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Thousands of rows that name the same unknown subject: however many, no statement carries more than a slice of them. */
class LargeGroupsTest {

    private static final int ROWS = 4_500;
    private static final int SLICE = 2_000;
    private static final Actor CENTRE = new Actor(null, "centre", "中心", null, "centre", "信用中心", Set.of());
    private static final String STRANGER =
            UnifiedSocialCreditCode.generate("91", "320500", 777_001).value();

    @RegisterExtension
    static final IntakeDatabase DATABASE = new IntakeDatabase();

    private final CountedStatements counted = new CountedStatements();
    private final List<String> started = new ArrayList<>();

    private Connection connection;
    private LotInDatabase lot;

    @BeforeEach
    void aLotOfRowsAboutAStranger() throws SQLException {
        connection = DATABASE.application();
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            Map<String, String> row = PenaltyRow.penalty();
            row.put("subjectCode", STRANGER);
            // every tenth is there twice, once in the first slice and once in the last
            row.put("documentNo", "苏环众字〔2026〕" + (i % (ROWS - ROWS / 10)) + "号");
            rows.add(row);
        }
        lot = new LotInDatabase(connection, "PEN-ENV", rows);
        assertThat(lot.lot().tally().unmatched()).isEqualTo(ROWS);
        lot.lot().close(ApplicationClock.system().instant());
    }

    @Test
    void they_get_their_subject_slice_by_slice_and_go_on_in_one_round() throws SQLException {
        Map<String, String> registration = new HashMap<>();
        registration.put("subjectName", PenaltyRow.penalty().get("subjectName"));
        registration.put("unifiedCode", STRANGER);
        LotInDatabase registered = new LotInDatabase(connection, "REG-BASIC", List.of(registration));
        registered.admit();
        Long subject = Long.valueOf(IntakeDatabase.rows(
                        connection, "SELECT subject_id FROM subject_identifier WHERE value = '" + STRANGER + "'")
                .get(0));
        Map<Integer, Long> subjects = new HashMap<>();
        for (int row = 2; row < 2 + ROWS; row++) {
            subjects.put(row, subject);
        }
        SubjectAssignment assignment = new SubjectAssignment();
        assignment.em = em();
        assignment.clock = ApplicationClock.system();
        assignment.catalogue = new Definitions();
        assignment.subjects = lot.register();
        assignment.process = started::add;
        assignment.log = log();

        int assigned = assignment.assign(lot.lot().id(), subjects, SettlementAction.MATCH, CENTRE, "电话核实");

        assertThat(assigned).isEqualTo(ROWS);
        assertThat(counted.largestArray()).isLessThanOrEqualTo(SLICE);
        assertThat(started).containsExactly(lot.lot().no());
        assertThat(lot.lot().round()).isEqualTo(1);
        assertThat(lot.lot().tally().accepted()).isEqualTo(ROWS);
        assertThat(IntakeDatabase.rows(
                        connection,
                        "SELECT round, count(*), count(DISTINCT record_no), sum(makes_nothing::int) FROM staged_row"
                                + " WHERE submission_id = " + lot.lot().id() + " GROUP BY 1"))
                .containsExactly("1|4500|4050|450");
    }

    @Test
    void they_are_sent_back_slice_by_slice() throws SQLException {
        RowRefusals refusals = new RowRefusals();
        refusals.em = em();
        refusals.log = log();
        List<Integer> rows = new ArrayList<>();
        for (int row = 2; row < 2 + ROWS; row++) {
            rows.add(row);
        }

        int returned =
                refusals.reject(lot.lot(), rows, List.of("UNMATCHED"), SettlementAction.RETURN, CENTRE, "请补充统一社会信用代码");

        assertThat(returned).isEqualTo(ROWS);
        assertThat(counted.largestArray()).isLessThanOrEqualTo(SLICE);
        assertThat(IntakeDatabase.rows(
                        connection,
                        "SELECT count(*) FROM staged_row t JOIN finding f ON f.submission_id = t.submission_id"
                                + " AND f.row_no = t.row_no AND f.rule = 'RETURNED_BY_CENTRE'"
                                + " WHERE t.outcome = 'REJECTED' AND t.submission_id = "
                                + lot.lot().id()))
                .containsExactly("4500");
    }

    private SettlementLog log() {
        SettlementLog log = new SettlementLog();
        log.em = em();
        log.clock = ApplicationClock.system();
        return log;
    }

    /** Finds the lot and gives the connection, and can do nothing else. */
    private EntityManager em() {
        return (EntityManager) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {EntityManager.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "find" -> lot.lot();
                    case "unwrap" -> counted.of(connection);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static final class Definitions extends Catalogue {
        @Override
        public ItemDefinition definition(Long versionId) {
            return PenaltyRow.ITEM;
        }
    }
}
