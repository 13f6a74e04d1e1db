package org.chengxin.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.chengxin.intake.boundary.UnmatchedGroup;
import org.chengxin.intake.boundary.UnmatchedQueue;

/** The credit centre's queue: names and codes that no registered subject has. */
@Named("unmatchedList")
@RequestScoped
public class UnmatchedList {

    static final int ROWS = 50;

    @Inject
    UnmatchedQueue queue;

    @Inject
    Answers answers;

    private String q;
    private String after;
    private String notice;
    private List<UnmatchedGroup> found = List.of();

    /** Reads one group more than is shown, to know whether there are further ones. */
    public void open() {
        List<UnmatchedGroup> read = answers.orErrorPage(() -> queue.groups(q, after, ROWS + 1));
        found = read == null ? List.of() : read;
    }

    public List<UnmatchedGroup> getGroups() {
        return found.size() > ROWS ? found.subList(0, ROWS) : found;
    }

    /** The address of the next page; null at the end. */
    public String getNext() {
        if (found.size() <= ROWS) {
            return null;
        }
        String asked = q == null ? "" : "q=" + URLEncoder.encode(q, StandardCharsets.UTF_8) + "&";
        return "unmatched.xhtml?" + asked + "after=" + found.get(ROWS - 1).id();
    }

    public String getQ() {
        return q;
    }

    public void setQ(String q) {
        this.q = q == null || q.isBlank() ? null : q.strip();
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after == null || after.isBlank() ? null : after;
    }

    public String getNotice() {
        return notice;
    }

    public void setNotice(String notice) {
        this.notice = notice;
    }
}
