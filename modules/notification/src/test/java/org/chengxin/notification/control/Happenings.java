package org.chengxin.notification.control;

import java.util.Map;
import org.chengxin.kernel.Role;
import org.chengxin.notification.boundary.Audience;
import org.chengxin.notification.boundary.NoticeEvent;
import org.chengxin.notification.boundary.NoticeEvent.Detail;
import org.chengxin.notification.boundary.NoticeEvent.Page;
import org.chengxin.notification.boundary.NoticeEvent.Subject;
import org.chengxin.notification.boundary.NoticeKind;

/** Things that happen to the people of {@link NotificationDatabase}. */
final class Happenings {

    private Happenings() {}

    /** A lot of env went back; for its clerks. */
    static NoticeEvent lotReturned(String no) {
        return NoticeEvent.ofLot(
                        NoticeKind.LOT_RETURNED, no + "/0", Audience.of(NotificationDatabase.ENV, Role.CLERK), no)
                .with(Detail.ITEM, "环境行政处罚")
                .with(Detail.ITEM_EN, "Environmental penalty")
                .with(Detail.REASON, "金额与决定书不符");
    }

    /** The same, for one person of env, or the clerks where that is none of them. */
    static NoticeEvent lotApproved(String no, String username) {
        return NoticeEvent.ofLot(
                NoticeKind.LOT_APPROVED,
                no + "/0",
                Audience.personOr(NotificationDatabase.ENV, username, Role.CLERK),
                no);
    }

    /** A task of env was given to somebody. */
    static NoticeEvent taskGiven(String id, String username) {
        return new NoticeEvent(
                NoticeKind.TASK_GIVEN,
                id,
                Audience.person(NotificationDatabase.ENV, username),
                new Subject(Page.TASK, id),
                Map.of(Detail.NO, "R1", Detail.STEP, "ClassifyRecord", Detail.BY, "丙"));
    }
}
