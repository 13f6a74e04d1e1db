package org.chengxin.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.chengxin.catalogue.boundary.Catalogue;
import org.chengxin.catalogue.boundary.CatalogueEntry;
import org.chengxin.intake.boundary.FilePreviews;
import org.chengxin.intake.boundary.SubmissionView;
import org.chengxin.intake.boundary.Submissions;
import org.chengxin.intake.control.IntakeTexts;
import org.chengxin.intake.control.UnreadableFile;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.DisclosureScope;
import org.chengxin.organisation.boundary.CurrentActor;

/**
 * A clerk chooses item and file. What is wrong is said on the form, which keeps what was typed; the file is chosen anew.
 */
@Named("submitLot")
@ViewScoped
public class SubmitLot implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final long MEBIBYTE = 1L << 20;

    @Inject
    Submissions submissions;

    @Inject
    FilePreviews previews;

    @Inject
    Catalogue catalogue;

    @Inject
    CurrentActor currentActor;

    @Inject
    ConsoleTexts texts;

    @Inject
    LotDrafts drafts;

    @Inject
    Answers answers;

    private String itemCode;
    private String scope;
    private String historicDocument;
    private String corrects;
    private String refused;
    private String problem;
    private transient Part file;
    private transient List<CatalogueEntry> items;

    /** Only clerks send lots; a file that was refused before it was read is explained here. */
    public void open() {
        Actor actor = currentActor.get();
        if (!actor.has(org.chengxin.kernel.Role.CLERK)) {
            answers.error(jakarta.servlet.http.HttpServletResponse.SC_FORBIDDEN);
        } else if (UnreadableFile.Reason.TOO_LARGE.name().equals(refused)) {
            problem = words(new UnreadableFile(UnreadableFile.Reason.TOO_LARGE, getMaxMebibytes()));
        } else if ("GONE".equals(refused)) {
            problem = texts.t("submit.gone");
        }
        if (corrects != null && actor.has(org.chengxin.kernel.Role.CLERK)) {
            startFrom(actor);
        }
    }

    /** What was said of the lot that is corrected holds for its rows that come again. */
    private void startFrom(Actor actor) {
        SubmissionView corrected = answers.orNothing(() -> submissions.get(corrects));
        if (corrected != null && actor.organisationId().equals(corrected.organisationId())) {
            itemCode = itemCode == null ? corrected.catalogueItem() : itemCode;
            scope = corrected.scope();
            historicDocument = corrected.historicDocument();
        }
    }

    /** Keeps the file and leads on to the page where its columns are looked at; what cannot be read is said here. */
    public void look() throws IOException {
        problem = null;
        if (file == null || file.getSize() == 0) {
            problem = texts.t("submit.error.noFile");
            return;
        }
        KeptFile kept = KeptFile.of(file);
        boolean keep = false;
        try {
            previews.of(itemCode, kept.lotFile());
            keep = true;
            answers.leadTo(
                    "mapping.xhtml",
                    "draft",
                    drafts.keep(new LotDrafts.Draft(
                            kept, itemCode, emptyToNull(scope), historicDocument(), emptyToNull(corrects))));
        } catch (UnreadableFile unreadable) {
            problem = words(unreadable);
        } catch (BusinessRefusal refusal) {
            problem = texts.refusal(refusal);
        } finally {
            if (!keep) {
                kept.delete();
            }
        }
    }

    private String historicDocument() {
        return historicDocument == null || historicDocument.isBlank() ? null : historicDocument.strip();
    }

    static DisclosureScope scope(String name) {
        return name == null || name.isEmpty() ? null : DisclosureScope.valueOf(name);
    }

    private static String emptyToNull(String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private String words(UnreadableFile unreadable) {
        return IntakeTexts.of(unreadable, texts.locale());
    }

    /** The items that the clerk's own department supplies. */
    public List<CatalogueEntry> getItems() {
        if (items == null) {
            items = catalogue.itemsOf(currentActor.get().organisationId());
        }
        return items;
    }

    public DisclosureScope[] getScopes() {
        return new DisclosureScope[] {DisclosureScope.PUBLIC, DisclosureScope.GOVERNMENT, DisclosureScope.AUTHORISED};
    }

    public long getMaxBytes() {
        return submissions.maxBytes();
    }

    public long getMaxMebibytes() {
        return submissions.maxBytes() / MEBIBYTE;
    }

    /** What is wrong, in words; null for nothing. */
    public String getProblem() {
        return problem;
    }

    public String getItemCode() {
        return itemCode;
    }

    public void setItemCode(String itemCode) {
        this.itemCode = itemCode;
    }

    public String getScope() {
        return scope;
    }

    public void setScope(String scope) {
        this.scope = scope;
    }

    public String getHistoricDocument() {
        return historicDocument;
    }

    public void setHistoricDocument(String historicDocument) {
        this.historicDocument = historicDocument;
    }

    /** Number of the lot whose lost rows the file brings again; null for none. */
    public String getCorrects() {
        return corrects;
    }

    public void setCorrects(String corrects) {
        this.corrects = corrects != null && corrects.matches("L\\d{14,20}") ? corrects : null;
    }

    public String getRefused() {
        return refused;
    }

    public void setRefused(String refused) {
        this.refused = refused;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
