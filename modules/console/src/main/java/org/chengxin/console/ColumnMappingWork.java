package org.chengxin.console;

import jakarta.ejb.EJBException;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chengxin.catalogue.boundary.Catalogue;
import org.chengxin.catalogue.definition.FieldDefinition;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.intake.boundary.FilePreview;
import org.chengxin.intake.boundary.FilePreviews;
import org.chengxin.intake.boundary.Submissions;
import org.chengxin.intake.control.HeaderMapping;
import org.chengxin.intake.control.IntakeTexts;
import org.chengxin.intake.control.UnreadableFile;
import org.chengxin.kernel.BusinessRefusal;

/**
 * A clerk looks at a file before it is sent: what it is, what its columns hold and which fields they are. A layout that is
 * new is confirmed here once; one that was confirmed before may be changed. A template's headings speak for themselves.
 */
@Named("mappingWork")
@ViewScoped
public class ColumnMappingWork implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int FIXED_LINES = 3;

    @Inject
    Submissions submissions;

    @Inject
    FilePreviews previews;

    @Inject
    Catalogue catalogue;

    @Inject
    ConsoleTexts texts;

    @Inject
    LotDrafts drafts;

    @Inject
    Answers answers;

    private String draft;
    private String itemCode;
    private boolean template;
    private boolean known;
    private String before;
    private final List<ColumnChoice> columns = new ArrayList<>();
    private final List<FixedChoice> fixed = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private transient FilePreview preview;
    private transient ItemDefinition item;

    /** Shows the file that waits, its columns with the fields they are; a file that was sent is a lot by now. */
    public void open() {
        LotDrafts.Draft waiting = waiting();
        if (waiting == null) {
            return;
        }
        itemCode = waiting.itemCode();
        preview = answers.orErrorPage(
                () -> previews.of(waiting.itemCode(), waiting.file().lotFile()));
        if (preview == null) {
            return;
        }
        template = preview.template();
        known = preview.confirmed();
        HeaderMapping mapping = preview.mapping();
        for (int i = 0; i < mapping.header().size(); i++) {
            String heading = mapping.header().get(i);
            columns.add(new ColumnChoice(
                    heading,
                    mapping.columns().getOrDefault(heading, ""),
                    known ? ColumnChoice.CONFIRMED : preview.confidence().getOrDefault(heading, 0),
                    mapping.ignored().contains(heading) && !preview.unassigned().contains(heading),
                    preview.sample(i)));
        }
        mapping.fixed().forEach((field, value) -> fixed.add(new FixedChoice(field, value)));
        for (int i = 0; i < FIXED_LINES; i++) {
            fixed.add(new FixedChoice());
        }
        before = mapping().toJson().toString();
    }

    /** The file that waits; null after the answer has become another page. */
    private LotDrafts.Draft waiting() {
        LotDrafts.Draft waiting = drafts.find(draft).orElse(null);
        if (waiting == null) {
            drafts.lotOf(draft)
                    .ifPresentOrElse(
                            no -> answers.leadTo("lot.xhtml", "no", no, "notice", "known"),
                            () -> answers.leadTo("submit.xhtml", "refused", "GONE"));
        }
        return waiting;
    }

    /** Sends the lot, after its layout was confirmed where that is new or was changed. */
    public void confirm() {
        problems.clear();
        LotDrafts.Draft waiting = waiting();
        if (waiting == null) {
            return;
        }
        try {
            if (template || confirmed()) {
                send(waiting);
            }
        } catch (UnreadableFile unreadable) {
            problems.add(IntakeTexts.of(unreadable, texts.locale()));
        } catch (BusinessRefusal refusal) {
            problems.add(texts.refusal(refusal));
        } catch (EJBException failed) {
            // sent by another click while this one waited: its file is not there any more
            if (waiting() != null) {
                throw failed;
            }
        }
    }

    /** Shows what is found by the columns as they are chosen now; nothing is sent or remembered. */
    public void check() {
        problems.clear();
        if (waiting() != null) {
            mapping().problems(getItem()).forEach(problem -> problems.add(IntakeTexts.of(problem, texts.locale())));
        }
    }

    private boolean confirmed() {
        HeaderMapping mapping = mapping();
        mapping.problems(getItem()).forEach(problem -> problems.add(IntakeTexts.of(problem, texts.locale())));
        String json = mapping.toJson().toString();
        if (problems.isEmpty() && !(known && json.equals(before))) {
            catalogue.confirmMapping(itemCode, mapping.fingerprint(), json, null);
        }
        return problems.isEmpty();
    }

    private void send(LotDrafts.Draft waiting) {
        Submissions.Receipt receipt = submissions.submit(
                new Submissions.Statement(
                        waiting.itemCode(),
                        SubmitLot.scope(waiting.scope()),
                        waiting.historicDocument(),
                        null,
                        "CONSOLE",
                        waiting.corrects()),
                waiting.file().lotFile());
        String no = receipt.submission().no();
        drafts.sent(draft, no);
        answers.leadTo("lot.xhtml", "no", no, "notice", receipt.created() ? "taken" : "known");
    }

    /** The clerk gives the file up. */
    public void giveUp() {
        drafts.drop(draft);
        answers.leadTo("submit.xhtml");
    }

    /** The columns as they are chosen now. */
    HeaderMapping mapping() {
        List<String> header = new ArrayList<>();
        Map<String, String> mapped = new LinkedHashMap<>();
        Set<String> ignored = new LinkedHashSet<>();
        for (ColumnChoice column : columns) {
            header.add(column.getHeading());
            if (column.getField().isEmpty()) {
                ignored.add(column.getHeading());
            } else {
                mapped.put(column.getHeading(), column.getField());
            }
        }
        Map<String, String> values = new LinkedHashMap<>();
        fixed.stream()
                .filter(line -> !line.getField().isEmpty() && !line.getValue().isEmpty())
                .forEach(line -> values.put(line.getField(), line.getValue()));
        return new HeaderMapping(header, mapped, ignored, values);
    }

    /** The file as it was read; read anew where this page comes back with something to correct. */
    public FilePreview getPreview() {
        if (preview == null) {
            preview = drafts.find(draft)
                    .map(waiting ->
                            previews.of(waiting.itemCode(), waiting.file().lotFile()))
                    .orElse(null);
        }
        return preview;
    }

    /** The encoding of the file and what separates its cells, in words. */
    public String getSeparatorName() {
        Character separator = getPreview().separator();
        return separator == null
                ? ""
                : texts.t("mapping.separator."
                        + switch (separator) {
                            case '\t' -> "tab";
                            case ';' -> "semicolon";
                            case '|' -> "bar";
                            default -> "comma";
                        });
    }

    /** Further sheets of the workbook, which are not read, as a list for reading. */
    public String getUnreadSheets() {
        return String.join(texts.t("list.separator"), getPreview().unreadSheets());
    }

    /** Number of the lot that this file corrects; null for none. */
    public String getCorrects() {
        return drafts.find(draft)
                .map(LotDrafts.Draft::corrects)
                .orElse(getPreview().corrects());
    }

    /** Whether the headings are those of the template, so that there is nothing to choose. */
    public boolean isTemplate() {
        return template;
    }

    /** Whether the layout was confirmed before. */
    public boolean isKnown() {
        return known;
    }

    public ItemDefinition getItem() {
        if (item == null) {
            item = catalogue.item(itemCode).definition();
        }
        return item;
    }

    /** Required fields that no column and no fixed value leads to: rows without them will be findings. */
    public List<String> getMissing() {
        HeaderMapping mapping = mapping();
        return getItem().fields().stream()
                .filter(FieldDefinition::required)
                .filter(field -> !mapping.columns().containsValue(field.name())
                        && !mapping.fixed().containsKey(field.name()))
                .map(field -> texts.either(field.title(), field.titleEn()))
                .toList();
    }

    public String getFileName() {
        return drafts.find(draft).map(waiting -> waiting.file().fileName()).orElse("");
    }

    public List<ColumnChoice> getColumns() {
        return columns;
    }

    public List<FixedChoice> getFixed() {
        return fixed;
    }

    /** What is wrong with the mapping, in words. */
    public List<String> getProblems() {
        return problems;
    }

    public String getDraft() {
        return draft;
    }

    public void setDraft(String draft) {
        this.draft = draft;
    }
}
