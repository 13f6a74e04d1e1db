package org.chengxin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.chengxin.workflow.boundary.TaskQuery;
import org.chengxin.workflow.boundary.TaskQuery.About;
import org.junit.jupiter.api.Test;

class InboxAddressTest {

    @Test
    void whatAnAddressSaysComesBackFromItsText() {
        InboxAddress address = InboxAddress.of(Map.of(
                "box", "overdue", "q", "处罚 & 许可=1", "item", "PEN-ENV", "days", "7", "subject", "启泽", "lot", "L2026"));

        assertThat(InboxAddress.parse(address.text())).isEqualTo(address);
        assertThat(address.query("c", 25))
                .isEqualTo(new TaskQuery(
                        false, false, true, null, "处罚 & 许可=1", new About("PEN-ENV", "L2026", "启泽", null, 7), "c", 25));
    }

    @Test
    void theSameFiltersHaveTheSameTextInWhateverOrderTheyCame() {
        assertThat(InboxAddress.parse("q=a&item=B&box=mine").text())
                .isEqualTo(InboxAddress.parse("box=mine&item=B&q=a").text())
                .isEqualTo("box=mine&item=B&q=a");
    }

    @Test
    void whatTheInboxDoesNotKnowIsLeftOut() {
        InboxAddress address = InboxAddress.parse(
                "box=everything&days=-3&state=open&after=x&notice=decided&q=%20&finding=" + "x".repeat(101));

        assertThat(address.text()).isEqualTo("box=group");
        assertThat(InboxAddress.parse("q=%E5%8").filters()).isEmpty();
        assertThat(InboxAddress.parse(null).text()).isEqualTo("box=group");
    }

    @Test
    void whatWasDecidedIsAnotherListThanWhatIsOpen() {
        assertThat(InboxAddress.parse("box=done").query(null, 1).done()).isTrue();
        assertThat(InboxAddress.parse("box=mine").query(null, 1).mineOnly()).isTrue();
        assertThat(InboxAddress.parse("box=group").query(null, 1))
                .isEqualTo(new TaskQuery(false, false, false, null, null, null, 1));
    }
}
