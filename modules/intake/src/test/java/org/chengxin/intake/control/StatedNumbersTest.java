package org.chengxin.intake.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chengxin.intake.control.UnmatchedReading.Reference;
import org.chengxin.kernel.code.CitizenId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rows of an item that takes organisations and persons: whom a person's row is about stands in a field of its own. */
class StatedNumbersTest {

    private static final String CITIZEN = "360426199101010071";
    private static final String CITIZEN_BEFORE_1999 = "360426910101007";
    private static final String OTHER =
            CitizenId.parseOlder("360426800101008").orElseThrow().value();

    @RegisterExtension
    static final IntakeDatabase DATABASE = new IntakeDatabase();

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = DATABASE.application();
    }

    @Test
    void one_number_however_it_is_written_is_one() throws SQLException {
        lot(row("王小明", CITIZEN, 1), row("王小明", CITIZEN_BEFORE_1999, 2), row("李四", OTHER, 3), row("赵五", "", 4));
        assertThat(numbers("王小明")).containsExactly(CITIZEN);
        assertThat(numbers("李四")).containsExactly(OTHER);
        assertThat(numbers("赵五")).isEmpty();
    }

    @Test
    void namesakes_show_by_their_numbers() throws SQLException {
        lot(row("王小明", CITIZEN, 1));
        lot(row("王小明", OTHER, 1));
        assertThat(numbers("王小明")).containsExactlyInAnyOrder(CITIZEN, OTHER);
    }

    private List<String> numbers(String name) throws SQLException {
        return List.copyOf(new StatedNumbers(connection, version -> DemonstrationCatalogue.item("COURT-EXEC"))
                .of(new Reference(name, "")));
    }

    @SafeVarargs
    private void lot(Map<String, String>... rows) throws SQLException {
        LotInDatabase lot = new LotInDatabase(connection, "COURT-EXEC", List.of(rows));
        assertThat(lot.lot().tally().unmatched()).isEqualTo(rows.length);
    }

    private static Map<String, String> row(String name, String number, int no) {
        Map<String, String> row = new HashMap<>();
        row.put("subjectName", name);
        row.put("personId", number);
        row.put("caseNo", "（2026）苏0508执" + no + "号");
        row.put("cause", "买卖合同纠纷");
        row.put("result", "终结本次执行程序");
        row.put("closedOn", "2026-05-04");
        return row;
    }
}
