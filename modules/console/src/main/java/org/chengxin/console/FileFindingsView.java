package org.chengxin.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.chengxin.intake.boundary.FileFindings;
import org.chengxin.intake.boundary.FilePreviews;
import org.chengxin.intake.boundary.SubmissionView;
import org.chengxin.intake.boundary.Submissions;
import org.chengxin.intake.control.IntakeTexts;
import org.chengxin.intake.control.UnreadableFile;

/** What is found in a file before it is sent, by the columns as they are chosen on the page. Looked up once a page. */
@Named("fileFindings")
@RequestScoped
public class FileFindingsView {

    @Inject
    ColumnMappingWork work;

    @Inject
    LotDrafts drafts;

    @Inject
    FilePreviews previews;

    @Inject
    Submissions submissions;

    @Inject
    Answers answers;

    @Inject
    ConsoleTexts texts;

    private boolean looked;
    private FileFindings findings;
    private String broken;

    /** What was found; null where the columns could not be sent like this, or the file breaks off. */
    public FileFindings getFound() {
        // while the form is read the columns are still those of before
        boolean shown = FacesContext.getCurrentInstance().getCurrentPhaseId() == PhaseId.RENDER_RESPONSE;
        if (shown && !looked) {
            looked = true;
            drafts.find(work.getDraft()).ifPresent(this::look);
        }
        return findings;
    }

    private void look(LotDrafts.Draft waiting) {
        try {
            findings = previews.check(waiting.itemCode(), waiting.file().lotFile(), work.mapping(), historic(waiting));
        } catch (UnreadableFile unreadable) {
            broken = IntakeTexts.of(unreadable, texts.locale());
        }
    }

    /** Whether it is an import of old data, or follows one, whose approval it has then. */
    private boolean historic(LotDrafts.Draft waiting) {
        if (waiting.historicDocument() != null || work.getCorrects() == null) {
            return waiting.historicDocument() != null;
        }
        SubmissionView followed = answers.orNothing(() -> submissions.get(work.getCorrects()));
        return followed != null && followed.historicDocument() != null;
    }

    /** Where the file breaks off, in words; null where it does not. */
    public String getBroken() {
        getFound();
        return broken;
    }

    /** The lot that it will follow; null for none. Its number may stand behind the rows that the preview shows. */
    public String getFollowed() {
        return work.getCorrects() != null || getFound() == null
                ? work.getCorrects()
                : findings.corrects().stream().findFirst().orElse(null);
    }

    /** Further lots of which the file brings rows again, beside the one that the lot will follow; blank for none. */
    public String getFurtherLots() {
        List<String> lots = getFound() == null ? List.of() : findings.corrects();
        return lots.stream()
                .filter(no -> !no.equals(getFollowed()))
                .reduce((one, other) -> one + texts.t("list.separator") + other)
                .orElse("");
    }
}
