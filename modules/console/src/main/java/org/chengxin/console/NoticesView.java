package org.chengxin.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.notification.boundary.MailChoice;
import org.chengxin.notification.boundary.MailPreference;
import org.chengxin.notification.boundary.NoticePage;
import org.chengxin.notification.boundary.NoticeTexts;
import org.chengxin.notification.boundary.NoticeView;
import org.chengxin.notification.boundary.OwnNotices;

/** The reader's own notices, and what of them goes by e-mail. */
@Named("noticesView")
@RequestScoped
public class NoticesView {

    private static final int ROWS = 25;

    @Inject
    OwnNotices notices;

    @Inject
    Answers answers;

    @Inject
    ConsoleTexts texts;

    private String after;
    private String go;
    private String notice;
    private String problem;
    private NoticePage page = new NoticePage(List.of(), null);
    private MailPreference preference;

    /** Leads to what a notice is about, does what a pressed button says, or reads the page that the address names. */
    public void open() {
        FacesContext faces = FacesContext.getCurrentInstance();
        if (go != null && !go.isBlank()) {
            follow(Positions.key(go, 0L));
            return;
        }
        if (faces.isPostback() && act(faces.getExternalContext().getRequestParameterMap())) {
            faces.responseComplete();
            return;
        }
        NoticePage found = answers.orErrorPage(() -> notices.list(after, ROWS));
        if (found != null) {
            page = found;
            preference = notices.preference();
        }
    }

    private void follow(long id) {
        boolean[] leadsNowhere = {false};
        String link = answers.orErrorPage(() -> {
            String read = notices.read(id);
            leadsNowhere[0] = read == null;
            return read;
        });
        if (link != null) {
            String[] parts = link.split("[?=]", 3);
            answers.leadTo(parts[0], parts.length == 3 ? new String[] {parts[1], decoded(parts[2])} : new String[0]);
        } else if (leadsNowhere[0]) {
            answers.leadTo("notices.xhtml");
        }
        FacesContext.getCurrentInstance().responseComplete();
    }

    private static String decoded(String value) {
        return java.net.URLDecoder.decode(value, java.nio.charset.StandardCharsets.UTF_8);
    }

    private boolean act(Map<String, String> sent) {
        try {
            if (sent.get("read") != null) {
                notices.read(Positions.key(sent.get("read"), 0L));
                answers.leadTo("notices.xhtml", "after", sent.get("from"));
            } else if (sent.containsKey("readAll")) {
                notices.readAll();
                answers.leadTo("notices.xhtml");
            } else if (sent.containsKey("prefer")) {
                notices.prefer(choice(sent.get("mail")), sent.get("language"));
                answers.leadTo("notices.xhtml", "notice", "put");
            } else {
                return false;
            }
        } catch (BusinessRefusal refusal) {
            problem = texts.refusal(refusal);
            return false;
        }
        return true;
    }

    private static MailChoice choice(String name) {
        return Arrays.stream(MailChoice.values())
                .filter(choice -> choice.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** A notice in the reader's language. */
    public String text(NoticeView of) {
        return NoticeTexts.of(of.kind(), of.details(), texts.locale());
    }

    public List<NoticeView> getNotices() {
        return page.notices();
    }

    /** Whether one of this page is new. */
    public boolean isAnyUnread() {
        return page.notices().stream().anyMatch(NoticeView::unread);
    }

    /** Where the next page begins; null at the end. */
    public String getNext() {
        return page.next();
    }

    /** What the reader wants by e-mail; null where the page shows an error. */
    public MailPreference getPreference() {
        return preference;
    }

    public MailChoice[] getChoices() {
        return MailChoice.values();
    }

    /** Why a button did nothing; null if it did. */
    public String getProblem() {
        return problem;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }

    public String getGo() {
        return go;
    }

    public void setGo(String go) {
        this.go = go;
    }

    public String getNotice() {
        return notice;
    }

    public void setNotice(String notice) {
        this.notice = notice;
    }
}
