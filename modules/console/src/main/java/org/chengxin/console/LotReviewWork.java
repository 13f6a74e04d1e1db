package org.chengxin.console;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chengxin.forms.FormField;
import org.chengxin.forms.FormOption;
import org.chengxin.intake.boundary.FlaggedRow;
import org.chengxin.intake.boundary.Remainder;
import org.chengxin.intake.boundary.ReviewSample;
import org.chengxin.intake.boundary.RowChange;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.record.boundary.RecordSheet;
import org.chengxin.webkit.Part;
import org.chengxin.workflow.boundary.LotReviews;

/**
 * The review of a lot by exception: the flagged rows, the remainder by what it has in common, and the sample row by row.
 * Everything it shows is in its address. Of a review that somebody else has just ended it shows nothing: the task says
 * who did.
 */
@Named("lotReview")
@RequestScoped
public class LotReviewWork {

    static final int FLAGGED_ROWS = 10;

    @Inject
    LotReviews reviews;

    @Inject
    TaskWork task;

    @Inject
    TaskPlace place;

    @Inject
    Answers answers;

    @Inject
    ConsoleTexts texts;

    private int flaggedAfter;
    private int sampleRow;
    private String reasonKind;
    private String reason;
    private final List<String> problems = new ArrayList<>();
    private Integer flaggedRows;
    private Remainder remainder;
    private List<FlaggedRow> flagged;
    private ReviewSample sample;
    private List<RowChange> changes;
    private ReviewSample progress;

    /** Where the review is: known from the address in every phase, since what is shown depends on it. */
    @PostConstruct
    void readAddress() {
        Map<String, String> asked =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        flaggedAfter = Positions.number(asked.get("flagged"), 0L).intValue();
        sampleRow = Positions.number(asked.get("sample"), 0L).intValue();
    }

    public Remainder getRemainder() {
        if (remainder == null && isShowing()) {
            remainder = answers.orNothing(() -> reviews.remainder(task.getId()));
        }
        return remainder;
    }

    /** How many rows there are in which something was found. */
    public Integer getFlaggedRows() {
        if (flaggedRows == null && isShowing()) {
            flaggedRows = answers.orNothing(() -> reviews.flaggedRows(task.getId()));
        }
        return flaggedRows;
    }

    /** Whether this is the review's first page, which has the remainder; further down there are only flagged rows. */
    public boolean isWhole() {
        return !isSampling() && !isFurtherDown();
    }

    /** Rows in which something was found, a page of them. */
    public List<FlaggedRow> getFlagged() {
        List<FlaggedRow> found = found();
        return found.size() > FLAGGED_ROWS ? found.subList(0, FLAGGED_ROWS) : found;
    }

    /** The row after which the next page of them begins; null at the end. */
    public Integer getNextFlagged() {
        return found().size() > FLAGGED_ROWS ? found().get(FLAGGED_ROWS - 1).row() : null;
    }

    private List<FlaggedRow> found() {
        if (!isShowing()) {
            return List.of();
        }
        if (flagged == null) {
            List<FlaggedRow> read = isSampling()
                    ? null
                    : answers.orNothing(() -> reviews.flagged(task.getId(), flaggedAfter, FLAGGED_ROWS + 1));
            flagged = read == null ? List.of() : read;
        }
        return flagged;
    }

    /** Whether the address asks for a row of the sample; then nothing else is read. */
    public boolean isSampling() {
        return sampleRow > 0;
    }

    /**
     * The sample, with the row that the address names, which counts as looked at. While a form's values are taken nobody
     * looks at anything yet: then it is only how far the looking has come.
     */
    public ReviewSample getSample() {
        if (!isShowing()) {
            if (progress == null) {
                progress = answers.orNothing(() -> reviews.look(task.getId(), 0, 0));
            }
            return progress;
        }
        if (sample == null) {
            sample = answers.orNothing(() -> reviews.look(task.getId(), sampleRow - 1, isSampling() ? 1 : 0));
        }
        return sample;
    }

    /** Whether the page is being written; rows read before would be logged as looked at by somebody who is led elsewhere. */
    private static boolean isShowing() {
        return FacesContext.getCurrentInstance().getCurrentPhaseId() == PhaseId.RENDER_RESPONSE;
    }

    /** Whether there are rows on the page that can be sent back. A button that was shown is heard also later. */
    public boolean isChoosable() {
        return !isShowing() || !getFlagged().isEmpty() || getRow() != null;
    }

    /** The row of the sample that is shown; null for none. */
    public ReviewSample.Row getRow() {
        return getSample() == null
                ? null
                : getSample().rows().stream().findFirst().orElse(null);
    }

    /** Where the next row of the sample is looked for: behind this one, then the first that was left out; null at the end. */
    public Integer getNextRow() {
        if (getRow() != null && getSample().more()) {
            return getRow().row() + 1;
        }
        return getSample() == null ? null : getSample().firstUnseen();
    }

    /** Whether all of the sample was looked at, so that the remainder may be approved. */
    public boolean isSeen() {
        return getSample() != null && getSample().unseen() == 0;
    }

    /** What a row that is shown would change of a record that is there; null where it makes a new one. */
    public RowChange change(int row) {
        if (!isShowing()) {
            return null;
        }
        if (changes == null) {
            List<Integer> shown = isSampling()
                    ? getRow() == null ? List.of() : List.of(getRow().row())
                    : getFlagged().stream().map(FlaggedRow::row).toList();
            List<RowChange> found =
                    shown.isEmpty() ? List.of() : answers.orNothing(() -> reviews.changes(task.getId(), shown));
            changes = found == null ? List.of() : found;
        }
        return changes.stream()
                .filter(change -> change.row() == row)
                .findFirst()
                .orElse(null);
    }

    /** The earlier value of a field, cut where it differs from the later one. */
    public List<Part> earlier(RecordSheet.Line line) {
        return Difference.of(shown(line.before()), shown(line.after()));
    }

    /** The later value of a field, cut where it differs from the earlier one. */
    public List<Part> later(RecordSheet.Line line) {
        return Difference.of(shown(line.after()), shown(line.before()));
    }

    private String shown(RecordSheet.Field field) {
        return field == null ? null : value(field);
    }

    /** A value as people read it in this language. */
    public String value(RecordSheet.Field field) {
        return field.valueEn() == null ? field.value() : texts.either(field.value(), field.valueEn());
    }

    /** Sends the chosen rows back to the clerk; the others stay in the review. */
    public void giveBack() {
        problems.clear();
        List<Integer> chosen = chosen().filter(row -> row.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .toList();
        try {
            reviews.giveBack(task.getId(), chosen, task.reason(reasonKind, reason));
            answers.leadTo("task.xhtml", "id", task.getId(), "list", place.getList(), "notice", "rowsGivenBack");
        } catch (BusinessRefusal refusal) {
            problems.add(task.words(refusal));
        }
    }

    private static Stream<String> chosen() {
        String[] values = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterValuesMap()
                .get("chosen");
        return values == null ? Stream.of() : Stream.of(values);
    }

    /** The reasons that the review's form knows. */
    public List<FormOption> getReasons() {
        return task.getForm().field(ReviewReason.KIND).map(FormField::options).orElse(List.of());
    }

    public List<String> getProblems() {
        return problems;
    }

    /** Whether the flagged rows are shown from further down. */
    public boolean isFurtherDown() {
        return flaggedAfter > 0;
    }

    public String getReasonKind() {
        return reasonKind;
    }

    public void setReasonKind(String reasonKind) {
        this.reasonKind = reasonKind;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
