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
import org.chengxin.intake.boundary.MappingRequired;
import org.chengxin.intake.boundary.Submissions;
import org.chengxin.intake.control.IntakeTexts;
import org.chengxin.intake.control.UnreadableFile;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.DisclosureScope;
import org.chengxin.organisation.boundary.CurrentActor;

/** A clerk sends a file. What is wrong is said on the form, which keeps what was typed; the file is chosen anew. */
@Named("submitLot")
@ViewScoped
public class SubmitLot implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final long MEBIBYTE = 1L << 20;

    @Inject
    Submissions submissions;

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
        }
    }

    /** Sends the file; leads on to the lot, or to the page where its columns are confirmed. */
    public void send() throws IOException {
        problem = null;
        if (file == null || file.getSize() == 0) {
            problem = texts.t("submit.error.noFile");
            return;
        }
        KeptFile kept = KeptFile.of(file);
        boolean keep = false;
        try {
            Submissions.Receipt receipt = submissions.submit(statement(), kept.lotFile());
            answers.leadTo(
                    "lot.xhtml", "no", receipt.submission().no(), "notice", receipt.created() ? "taken" : "known");
        } catch (MappingRequired unknownLayout) {
            keep = true;
            String draft = drafts.keep(new LotDrafts.Draft(kept, itemCode, emptyToNull(scope), historicDocument()));
            answers.leadTo("mapping.xhtml", "draft", draft);
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

    private Submissions.Statement statement() {
        return new Submissions.Statement(itemCode, scope(scope), historicDocument(), null, "CONSOLE");
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
