package org.chengxin.console;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntSupplier;
import org.chengxin.intake.boundary.UnmatchedGroup;
import org.chengxin.intake.boundary.UnmatchedQueue;
import org.chengxin.intake.boundary.UnmatchedRow;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.subject.boundary.SubjectDesk;
import org.chengxin.subject.boundary.SubjectView;
import org.chengxin.subject.entity.SubjectKind;

/** The credit centre says whom the rows of a group are about, opens a provisional subject, or sends them back. */
@Named("unmatchedWork")
@ViewScoped
public class UnmatchedWork implements Serializable {

    static final int ROWS = 25;
    static final int SUBJECTS = 20;

    private static final long serialVersionUID = 1L;

    @Inject
    UnmatchedQueue queue;

    @Inject
    SubjectDesk subjects;

    @Inject
    ConsoleTexts texts;

    @Inject
    Answers answers;

    private String id;
    private String s;
    private Long after;
    private String lot;
    private int row;
    private transient String number;
    private String kind;
    private String reason;
    private final List<String> problems = new ArrayList<>();
    private transient UnmatchedGroup group;
    private transient List<UnmatchedRow> rows;
    private transient List<SubjectView> found;

    /** Reads the group that the address names. */
    public void open() {
        group = answers.orErrorPage(() -> queue.group(id == null ? "" : id));
        if (group != null && s == null) {
            // what the rows say is what one would look for
            s = group.name();
        }
    }

    /** The rows are about the chosen subject. */
    public void match() {
        String chosen = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get("subject");
        if (chosen == null || chosen.isBlank()) {
            problems.clear();
            problems.add(texts.t("unmatched.choose"));
        } else {
            decide(() -> queue.match(id, chosen, reason), "matched");
        }
    }

    /** Opens a provisional subject for the rows, or a natural person. */
    public void openProvisional() {
        SubjectKind stated = Arrays.stream(SubjectKind.values())
                .filter(known -> known.name().equals(kind))
                .findFirst()
                .orElse(null);
        if (stated == SubjectKind.PERSON) {
            decide(() -> queue.openPerson(id, number, reason), "person");
        } else {
            decide(() -> queue.openProvisional(id, stated, reason), "provisional");
        }
    }

    /** Sends the rows back to their suppliers. */
    public void giveBack() {
        decide(() -> queue.giveBack(id, reason), "sentBack");
    }

    private void decide(IntSupplier decision, String notice) {
        problems.clear();
        try {
            decision.getAsInt();
            answers.leadTo("unmatched.xhtml", "notice", notice);
        } catch (BusinessRefusal refusal) {
            problems.add(texts.refusal(refusal));
        }
    }

    public UnmatchedGroup getGroup() {
        if (group == null) {
            group = queue.group(id);
        }
        return group;
    }

    public List<UnmatchedRow> getRows() {
        List<UnmatchedRow> all = allRows();
        return all.size() > ROWS ? all.subList(0, ROWS) : all;
    }

    /** The row after which the next page begins; null at the end. */
    public UnmatchedRow getLastRow() {
        return allRows().size() > ROWS ? allRows().get(ROWS - 1) : null;
    }

    private List<UnmatchedRow> allRows() {
        if (rows == null) {
            rows = queue.rows(id, lot, row, ROWS + 1);
        }
        return rows;
    }

    /** Subjects that the search finds; none while nothing long enough is asked for. */
    public List<SubjectView> getSubjects() {
        List<SubjectView> all = allSubjects();
        return all.size() > SUBJECTS ? all.subList(0, SUBJECTS) : all;
    }

    /** The key after which the next page of subjects begins; null at the end. */
    public Long getNextSubject() {
        return allSubjects().size() > SUBJECTS ? allSubjects().get(SUBJECTS - 1).id() : null;
    }

    private List<SubjectView> allSubjects() {
        if (found == null) {
            found = s == null || s.strip().length() < 2 ? List.of() : subjects.search(s.strip(), after, SUBJECTS + 1);
        }
        return found;
    }

    /** Whom the rows may be about; a person is registered by the number of the rows. */
    public List<SubjectKind> getKinds() {
        return List.of(SubjectKind.values());
    }

    public List<String> getProblems() {
        return problems;
    }

    /** A citizen's number, for a person whose rows hold none. */
    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getS() {
        return s;
    }

    public void setS(String s) {
        this.s = s;
    }

    public String getAfter() {
        return after == null ? null : after.toString();
    }

    public void setAfter(String after) {
        this.after = Positions.number(after, null);
    }

    public String getLot() {
        return lot;
    }

    public void setLot(String lot) {
        this.lot = lot;
    }

    public String getRow() {
        return String.valueOf(row);
    }

    public void setRow(String row) {
        this.row = Positions.number(row, 0L).intValue();
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
