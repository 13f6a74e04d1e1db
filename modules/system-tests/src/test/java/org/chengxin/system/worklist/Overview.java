package org.chengxin.system.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.chengxin.system.worklist.Review.Circumstances;
import org.chengxin.system.worklist.Review.Stage;
import org.chengxin.workflow.boundary.Inbox;
import org.chengxin.workflow.boundary.StuckKind;
import org.chengxin.workflow.boundary.TaskQuery;
import org.chengxin.workflow.boundary.TaskView;
import org.chengxin.workflow.control.StuckWork;

/** What people see in their inboxes, and the operators in the check: nothing waits unseen, and nothing is seen that is over. */
final class Overview {

    private static final int ALL = 200;

    private final Office office;
    private final Staff staff;

    Overview(Office office, Staff staff) {
        this.office = office;
        this.staff = staff;
    }

    /**
     * Compares with what is expected.
     *
     * @param begun all reviews that there are
     * @param one a reviewer, whose own tasks are looked at
     */
    void check(Map<String, Review> begun, Circumstances with, String one) throws Exception {
        Map<String, Review> open = new TreeMap<>(begun);
        open.values().removeIf(review -> review.stage() != Stage.OPEN);
        assertThat(seen("anna", TaskQuery.open(ALL))).containsExactlyInAnyOrderElementsOf(open.keySet());
        assertThat(office.as(staff.actor("bo"), Inbox::counts).group()).isEqualTo(open.size());
        assertThat(seen(Staff.STRANGER, TaskQuery.open(ALL))).isEmpty();
        open.values()
                .removeIf(review -> review.holder() == null
                        || !review.holder().equals(one) && !with.standsIn().test(one, review.holder()));
        assertThat(seen(one, new TaskQuery(false, true, false, null, null, null, ALL)))
                .as("what %s has, and those whom %s stands in for", one, one)
                .containsExactlyInAnyOrderElementsOf(open.keySet());
        Set<StuckKind> stuck = office.read(connection -> stuck(connection, with.now()));
        assertThat(stuck).isEmpty();
    }

    private List<String> seen(String who, TaskQuery query) throws Exception {
        return office.as(staff.actor(who), inbox -> inbox.list(query)).tasks().stream()
                .map(TaskView::businessKey)
                .toList();
    }

    /** What stands still; how late tasks are does not count here, where timers fire when they like. */
    private static Set<StuckKind> stuck(Connection connection, Instant now) {
        try {
            return new StuckWork(connection)
                    .find(LocalDate.EPOCH, Instant.now().minusSeconds(86_400), now.minusSeconds(600))
                    .keySet();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
