package org.chengxin.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.chengxin.subject.boundary.FactConflict;
import org.chengxin.subject.boundary.FactConflicts;

/** Where departments say different things about the same subject, and which of it holds. */
@Named("conflictsView")
@RequestScoped
public class ConflictsView {

    static final int ROWS = 50;

    @Inject
    FactConflicts conflicts;

    @Inject
    Answers answers;

    private String after;
    private List<FactConflict> found = List.of();

    /** Reads one more than is shown, to know whether there are further ones. */
    public void open() {
        List<FactConflict> read = answers.orErrorPage(() -> conflicts.latest(after, ROWS + 1));
        found = read == null ? List.of() : read;
    }

    public List<FactConflict> getConflicts() {
        return found.size() > ROWS ? found.subList(0, ROWS) : found;
    }

    /** The address of the next page; null at the end. */
    public String getNext() {
        return found.size() <= ROWS
                ? null
                : "conflicts.xhtml?after=" + found.get(ROWS - 1).cursor();
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after == null || after.isBlank() ? null : after;
    }
}
