package org.chengxin.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chengxin.intake.boundary.Draft;
import org.chengxin.intake.boundary.Drafts;
import org.chengxin.intake.boundary.EntryDesk;
import org.chengxin.intake.boundary.EntryForm;
import org.chengxin.intake.boundary.FindingView;
import org.chengxin.intake.boundary.Submissions;
import org.chengxin.kernel.BusinessRefusal;

/**
 * A clerk enters one record on a form that the item's definition makes. What is typed is kept on the server while it is
 * typed; what is wrong is said at its field; what was sent is a lot of one row.
 */
@Named("entryWork")
@ViewScoped
public class EntryWork implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String ERROR = "ERROR";

    @Inject
    EntryDesk desk;

    @Inject
    Drafts drafts;

    @Inject
    ConsoleTexts texts;

    @Inject
    Answers answers;

    private String item;
    private String draft;
    private String version = "0";
    private boolean seen;
    private boolean kept;
    private final Map<String, String> values = new HashMap<>();
    private final List<TaskWork.Problem> problems = new ArrayList<>();
    private final Map<String, List<String>> said = new HashMap<>();
    private final Map<String, String> suggested = new LinkedHashMap<>();
    private final Set<String> left = new TreeSet<>();
    private boolean doubtful;
    private transient EntryForm form;

    /** Begins a record, or goes on with the draft that the address names. */
    public void open() {
        form = answers.orErrorPage(() -> desk.form(item));
        if (form == null) {
            return;
        }
        if (draft == null) {
            // an address of its own from the beginning: whoever comes back to it finds the text there
            answers.leadTo(
                    "entry.xhtml", "item", item, "draft", UUID.randomUUID().toString());
            return;
        }
        drafts.find(Draft.Kind.ENTRY, draft)
                .filter(found -> found.about().equals(item))
                .ifPresent(this::goOn);
    }

    /** The item may have changed since: what it has no field for any more is named, and not sent unseen. */
    private void goOn(Draft found) {
        Set<String> fields = form.fields().stream().map(EntryForm.Field::name).collect(Collectors.toSet());
        found.values().forEach((field, value) -> {
            if (fields.contains(field)) {
                values.put(field, value);
            } else {
                left.add(field);
            }
        });
        version = String.valueOf(found.version());
    }

    /** Sends the record; what the rules find is said at its field, and what was typed stays. */
    public void send() {
        forget();
        try {
            EntryDesk.Answer answer = desk.enter(item, typed(), seen);
            if (answer.receipt() != null) {
                drafts.drop(Draft.Kind.ENTRY, draft);
                Submissions.Receipt receipt = answer.receipt();
                answers.leadTo(
                        "lot.xhtml",
                        "no",
                        receipt.submission().no(),
                        "notice",
                        receipt.created() ? "entered" : "knownEntry");
                return;
            }
            answer.findings().forEach(this::say);
        } catch (BusinessRefusal refusal) {
            problems.add(new TaskWork.Problem(null, texts.refusal(refusal)));
        }
        save();
    }

    private void say(FindingView finding) {
        if (finding.severity().equals(ERROR) || finding.severity().equals("SUSPECT")) {
            problems.add(new TaskWork.Problem(finding.fieldName(), texts.finding(finding)));
            doubtful |= !finding.severity().equals(ERROR);
        }
        if (finding.fieldName() != null) {
            said.computeIfAbsent(finding.fieldName(), field -> new ArrayList<>())
                    .add(texts.finding(finding));
            if (finding.suggestion() != null) {
                suggested.put(finding.fieldName(), finding.suggestion());
            }
        }
    }

    /** Keeps what was typed, for who has no script that does it. */
    public void keep() {
        forget();
        kept = save();
    }

    /** Fills in what was suggested; nothing is sent yet. */
    public void takeSuggestions() {
        values.putAll(suggested);
        forget();
        save();
    }

    /** Gives the record up. */
    public void giveUp() {
        drafts.drop(Draft.Kind.ENTRY, draft);
        answers.leadTo("entries.xhtml", "notice", "draftDropped");
    }

    private void forget() {
        problems.clear();
        said.clear();
        suggested.clear();
        doubtful = false;
        kept = false;
    }

    private boolean save() {
        try {
            version = String.valueOf(drafts.save(
                    Draft.Kind.ENTRY,
                    draft,
                    item,
                    typed(),
                    Positions.number(version, 0L).intValue()));
            return true;
        } catch (BusinessRefusal refusal) {
            problems.add(new TaskWork.Problem(null, texts.refusal(refusal)));
            return false;
        }
    }

    private Map<String, String> typed() {
        Map<String, String> typed = new LinkedHashMap<>();
        values.forEach((field, value) -> {
            if (value != null && !value.isBlank()) {
                typed.put(field, value);
            }
        });
        return typed;
    }

    public EntryForm getForm() {
        if (form == null) {
            form = desk.form(item);
        }
        return form;
    }

    /** How a field is typed: area, select, list (a text with proposals), date, month, or text. */
    public String control(EntryForm.Field field) {
        return switch (field.type()) {
            case LONG_TEXT -> "area";
            case CODE -> field.open() ? "list" : "select";
            case DATE -> "date";
            case MONTH -> "month";
            default -> "text";
        };
    }

    /** What helps to fill a field in: its notation, its length, and what else may be given in its place. */
    public String help(EntryForm.Field field) {
        List<String> help = new ArrayList<>();
        String notation = "entry.help." + field.type().name();
        if (texts.knows(notation)) {
            help.add(texts.t(notation));
        }
        if (field.group() != null) {
            List<String> others = getForm().fields().stream()
                    .filter(other -> field.group().equals(other.group()) && other != field)
                    .map(other -> texts.either(other.title(), other.titleEn()))
                    .toList();
            help.add(texts.f("entry.help.group", String.join(texts.t("list.separator"), others)));
        }
        if (field.maxLength() != null) {
            help.add(texts.f("entry.help.length", field.maxLength()));
        }
        if (field.personal()) {
            help.add(texts.t("entry.help.personal"));
        }
        return String.join(" ", help);
    }

    /** Everything that was found at a field, in words. */
    public List<String> said(String field) {
        return said.getOrDefault(field, List.of());
    }

    /** Whether a field is among what is wrong. */
    public boolean wrong(String field) {
        return problems.stream().anyMatch(problem -> field.equals(problem.key()));
    }

    /** Whether something was suggested in the last answer. */
    public boolean isSuggesting() {
        return !suggested.isEmpty();
    }

    /** Whether something doubtful was found, which may be sent all the same. */
    public boolean isDoubtful() {
        return doubtful || seen;
    }

    /** Fields that the draft has and the item has no more, as a list for reading; empty for none. */
    public String getLeft() {
        return String.join(texts.t("list.separator"), left);
    }

    /** Whether the text was kept just now. */
    public boolean isKept() {
        return kept;
    }

    public List<TaskWork.Problem> getProblems() {
        return problems;
    }

    public Map<String, String> getValues() {
        return values;
    }

    /** Doubts were seen and are sent. */
    public boolean isSeen() {
        return seen;
    }

    public void setSeen(boolean seen) {
        this.seen = seen;
    }

    public String getItem() {
        return item;
    }

    public void setItem(String item) {
        this.item = item;
    }

    public String getDraft() {
        return draft;
    }

    /** Only a key that such a page made; anything else begins a record. */
    public void setDraft(String draft) {
        this.draft = draft != null && draft.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? draft : null;
    }

    /** Version of the draft as the page knows it; the page's script counts along. */
    public String getVersion() {
        return version;
    }

    public void setVersion(String version) {
        this.version = version;
    }
}
