package org.chengxin.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chengxin.catalogue.boundary.Catalogue;
import org.chengxin.catalogue.boundary.CatalogueEntry;
import org.chengxin.intake.boundary.Draft;
import org.chengxin.intake.boundary.Drafts;

/** Where a clerk begins to enter a record, or goes on with one that was begun. */
@Named("entryList")
@RequestScoped
public class EntryList {

    @Inject
    Catalogue catalogue;

    @Inject
    Drafts drafts;

    @Inject
    CurrentUser me;

    @Inject
    ConsoleTexts texts;

    @Inject
    Answers answers;

    private String notice;
    private List<CatalogueEntry> items;
    private List<Line> lines;

    /**
     * A draft.
     *
     * @param itemName in the language of the page
     * @param fields how many were filled in
     */
    public record Line(String key, String itemCode, String itemName, int fields, OffsetDateTime touchedAt) {}

    /** Only clerks enter records. */
    public void open() {
        if (!me.isClerk()) {
            answers.error(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** Gives a draft up. */
    public void drop(String key) {
        drafts.drop(Draft.Kind.ENTRY, key);
        answers.leadTo("entries.xhtml", "notice", "draftDropped");
    }

    /** The items that the clerk's own department supplies. */
    public List<CatalogueEntry> getItems() {
        if (items == null) {
            items = catalogue.itemsOf(me.getActor().organisationId());
        }
        return items;
    }

    /** The clerk's drafts, the one touched last first. */
    public List<Line> getLines() {
        if (lines == null) {
            Map<String, CatalogueEntry> known =
                    getItems().stream().collect(Collectors.toMap(CatalogueEntry::code, Function.identity()));
            lines = drafts.list(Draft.Kind.ENTRY).stream()
                    .map(draft -> line(draft, known.get(draft.about())))
                    .toList();
        }
        return lines;
    }

    private Line line(Draft draft, CatalogueEntry item) {
        return new Line(
                draft.key(),
                draft.about(),
                item == null
                        ? draft.about()
                        : texts.either(
                                item.definition().name(), item.definition().nameEn()),
                draft.values().size(),
                draft.touchedAt());
    }

    /** How long a draft is kept that nobody touches, in days. */
    public int getDays() {
        return drafts.days();
    }

    public String getNotice() {
        return notice;
    }

    public void setNotice(String notice) {
        this.notice = notice;
    }
}
