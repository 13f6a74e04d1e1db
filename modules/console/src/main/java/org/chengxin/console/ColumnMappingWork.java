package org.chengxin.console;

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
import org.chengxin.intake.boundary.Submissions;
import org.chengxin.intake.control.HeaderMapping;
import org.chengxin.intake.control.IntakeTexts;
import org.chengxin.intake.control.MappingProposal;
import org.chengxin.intake.control.UnreadableFile;
import org.chengxin.kernel.BusinessRefusal;

/** A clerk confirms, once for a layout, which column is which field; then the lot that waits for it is sent. */
@Named("mappingWork")
@ViewScoped
public class ColumnMappingWork implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int FIXED_LINES = 3;

    @Inject
    Submissions submissions;

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
    private final List<ColumnChoice> columns = new ArrayList<>();
    private final List<FixedChoice> fixed = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private transient ItemDefinition item;

    /** Proposes a field for every column of the file that waits; without a file there is nothing to confirm. */
    public void open() {
        LotDrafts.Draft waiting = drafts.find(draft).orElse(null);
        if (waiting == null) {
            answers.leadTo("submit.xhtml");
            return;
        }
        itemCode = waiting.itemCode();
        MappingProposal proposal = answers.orErrorPage(
                () -> submissions.propose(waiting.itemCode(), waiting.file().lotFile()));
        if (proposal == null) {
            return;
        }
        HeaderMapping mapping = proposal.mapping();
        for (String heading : mapping.header()) {
            columns.add(new ColumnChoice(
                    heading,
                    mapping.columns().getOrDefault(heading, ""),
                    proposal.confidence().getOrDefault(heading, 0),
                    mapping.ignored().contains(heading)
                            && !proposal.unassigned().contains(heading)));
        }
        for (int i = 0; i < FIXED_LINES; i++) {
            fixed.add(new FixedChoice());
        }
    }

    /** Confirms the mapping and sends the lot; what is wrong with the mapping is said first. */
    public void confirm() {
        problems.clear();
        LotDrafts.Draft waiting = drafts.find(draft).orElse(null);
        if (waiting == null) {
            answers.leadTo("submit.xhtml");
            return;
        }
        HeaderMapping mapping = mapping();
        mapping.problems(getItem()).forEach(problem -> problems.add(IntakeTexts.of(problem, texts.locale())));
        if (!problems.isEmpty()) {
            return;
        }
        try {
            catalogue.confirmMapping(
                    waiting.itemCode(), mapping.fingerprint(), mapping.toJson().toString(), null);
            Submissions.Receipt receipt = submissions.submit(
                    new Submissions.Statement(
                            waiting.itemCode(),
                            SubmitLot.scope(waiting.scope()),
                            waiting.historicDocument(),
                            null,
                            "CONSOLE"),
                    waiting.file().lotFile());
            drafts.drop(draft);
            answers.leadTo(
                    "lot.xhtml", "no", receipt.submission().no(), "notice", receipt.created() ? "taken" : "known");
        } catch (UnreadableFile unreadable) {
            problems.add(IntakeTexts.of(unreadable, texts.locale()));
        } catch (BusinessRefusal refusal) {
            problems.add(texts.refusal(refusal));
        }
    }

    /** The clerk gives the file up. */
    public void giveUp() {
        drafts.drop(draft);
        answers.leadTo("submit.xhtml");
    }

    private HeaderMapping mapping() {
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
