package org.chengxin.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.organisation.boundary.Organisations.Member;
import org.chengxin.workflow.boundary.StandIn;
import org.chengxin.workflow.boundary.StandIns;

/** Who is away and who stands in: one's own absences, for a supervisor those of everybody. */
@Named("absences")
@RequestScoped
public class Absences {

    @Inject
    StandIns standIns;

    @Inject
    CurrentUser me;

    @Inject
    ConsoleTexts texts;

    @Inject
    Answers answers;

    private String absent;
    private String standIn;
    private String from;
    private String until;
    private final List<String> problems = new ArrayList<>();
    private List<StandIn> entries;
    private List<Member> colleagues;

    /** Reads the entries; who can have none gets the page that says so. */
    public void open() {
        entries = answers.orErrorPage(standIns::list);
    }

    public List<StandIn> getEntries() {
        if (entries == null) {
            entries = standIns.list();
        }
        return entries;
    }

    public List<Member> getColleagues() {
        if (colleagues == null) {
            colleagues = standIns.colleagues();
        }
        return colleagues;
    }

    /** Enters what was filled in; what is missing is said, and what was typed stays. */
    public void enter() {
        if (me.isSupervisor()) {
            required("absences.absent", absent);
        }
        required("absences.standIn", standIn);
        LocalDate first = day("absences.from", from);
        LocalDate last = day("absences.until", until);
        if (!problems.isEmpty()) {
            return;
        }
        try {
            standIns.enter(absent, standIn, first, last);
            answers.leadTo("absences.xhtml", "notice", "absenceEntered");
        } catch (BusinessRefusal refusal) {
            problems.add(texts.refusal(refusal));
        }
    }

    /** Ends an entry before its last day. */
    public void end(long id) {
        try {
            standIns.end(id);
            answers.leadTo("absences.xhtml", "notice", "absenceEnded");
        } catch (BusinessRefusal refusal) {
            problems.add(texts.refusal(refusal));
        }
    }

    private void required(String title, String value) {
        if (value == null || value.isBlank()) {
            problems.add(texts.f("FormError.REQUIRED", texts.t(title)));
        }
    }

    private LocalDate day(String title, String text) {
        if (text == null || text.isBlank()) {
            required(title, text);
            return null;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException none) {
            problems.add(texts.f("absences.noDay", texts.t(title)));
            return null;
        }
    }

    public List<String> getProblems() {
        return problems;
    }

    public String getAbsent() {
        return absent;
    }

    public void setAbsent(String absent) {
        this.absent = absent;
    }

    public String getStandIn() {
        return standIn;
    }

    public void setStandIn(String standIn) {
        this.standIn = standIn;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getUntil() {
        return until;
    }

    public void setUntil(String until) {
        this.until = until;
    }
}
