package org.chengxin.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.chengxin.intake.boundary.FileFindings;
import org.chengxin.intake.boundary.FilePreviews;
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
    ConsoleTexts texts;

    private boolean looked;
    private FileFindings findings;
    private String broken;

    /** What was found; null where the columns could not be sent like this, or the file breaks off. */
    public FileFindings getFound() {
        if (!looked) {
            looked = true;
            drafts.find(work.getDraft()).ifPresent(this::look);
        }
        return findings;
    }

    private void look(LotDrafts.Draft waiting) {
        try {
            findings = previews.check(
                    waiting.itemCode(), waiting.file().lotFile(), work.mapping(), waiting.historicDocument() != null);
        } catch (UnreadableFile unreadable) {
            broken = IntakeTexts.of(unreadable, texts.locale());
        }
    }

    /** Where the file breaks off, in words; null where it does not. */
    public String getBroken() {
        getFound();
        return broken;
    }

    /** Further lots of which the file brings rows again, beside the one that the lot will follow; blank for none. */
    public String getFurtherLots() {
        List<String> lots = getFound() == null ? List.of() : findings.corrects();
        return lots.stream()
                .filter(no -> !no.equals(work.getCorrects()))
                .reduce((one, other) -> one + texts.t("list.separator") + other)
                .orElse("");
    }
}
