package org.chengxin.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.chengxin.notification.boundary.OwnNotices;

/** How many notices are new, in the head of every page; counted once a request. */
@Named("noticeBell")
@RequestScoped
public class NoticeBell {

    @Inject
    OwnNotices notices;

    @Inject
    Answers answers;

    private Integer unread;

    /** How many are new; none for a role that gets no notices. */
    public int getUnread() {
        if (unread == null) {
            Integer counted = answers.orNothing(notices::unread);
            unread = counted == null ? 0 : counted;
        }
        return unread;
    }

    /** The number as the head has room for it. */
    public String getShown() {
        return getUnread() < OwnNotices.MOST_COUNTED ? String.valueOf(getUnread()) : OwnNotices.MOST_COUNTED - 1 + "+";
    }
}
