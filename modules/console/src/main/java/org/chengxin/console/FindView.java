package org.chengxin.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;

/** The box in the head: a lot's number leads to the lot, a record's to the record, everything else searches the inbox. */
@Named("findView")
@RequestScoped
public class FindView {

    @Inject
    Answers answers;

    private String q;

    public void go() {
        String text = q == null ? "" : q.strip();
        String number = text.toUpperCase(Locale.ROOT);
        if (number.matches("L\\d{8,20}")) {
            answers.leadTo("lot.xhtml", "no", number);
        } else if (number.matches("R\\d{8,25}")) {
            answers.leadTo("record.xhtml", "no", number);
        } else {
            answers.leadTo("inbox.xhtml", "q", text.isEmpty() ? null : text);
        }
    }

    public String getQ() {
        return q;
    }

    public void setQ(String q) {
        this.q = q;
    }
}
