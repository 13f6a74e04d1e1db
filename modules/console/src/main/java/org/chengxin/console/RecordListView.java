package org.chengxin.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.chengxin.catalogue.boundary.Catalogue;
import org.chengxin.catalogue.boundary.CatalogueEntry;
import org.chengxin.kernel.Section;
import org.chengxin.record.boundary.RecordList;
import org.chengxin.record.boundary.RecordQuery;
import org.chengxin.record.boundary.RecordSheets;
import org.chengxin.record.entity.RecordState;

/** The records of the own organisation, for centre and auditor of all, latest first. Its address says all that it shows. */
@Named("recordList")
@RequestScoped
public class RecordListView {

    static final int ROWS = 50;

    @Inject
    RecordSheets sheets;

    @Inject
    Catalogue catalogue;

    @Inject
    CurrentUser me;

    @Inject
    Answers answers;

    private RecordState state;
    private Section section;
    private String item;
    private Long before;
    private RecordList page = new RecordList(List.of(), null, true);
    private List<CatalogueEntry> items;

    /** Reads the page that the address asks for. */
    public void open() {
        RecordList found = answers.orErrorPage(() -> sheets.list(new RecordQuery(state, section, item, before, ROWS)));
        if (found != null) {
            page = found;
        }
    }

    public RecordList getPage() {
        return page;
    }

    /** The items whose records can be here. */
    public List<CatalogueEntry> getItems() {
        if (items == null) {
            items = isOfAll()
                    ? catalogue.items()
                    : catalogue.itemsOf(me.getActor().organisationId());
        }
        return items;
    }

    /** Whether the list is of all organisations. */
    public boolean isOfAll() {
        return me.isComparesSources();
    }

    public List<RecordState> getStates() {
        return List.of(RecordState.values());
    }

    public List<Section> getSections() {
        return List.of(Section.values());
    }

    /** Whether a filter is set, so that an empty list means that nothing fits. */
    public boolean isFiltered() {
        return state != null || section != null || item != null;
    }

    /** The query of this list without the place in it, for the links to its other pages. */
    public String getQuery() {
        StringBuilder query = new StringBuilder();
        append(query, "state", getState());
        append(query, "section", getSection());
        append(query, "item", item);
        return query.toString();
    }

    private static void append(StringBuilder query, String name, String value) {
        if (value != null) {
            query.append(query.isEmpty() ? "" : "&")
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    public String getState() {
        return state == null ? null : state.name();
    }

    /** What is no state is no filter. */
    public void setState(String text) {
        state = Arrays.stream(RecordState.values())
                .filter(known -> known.name().equals(text))
                .findFirst()
                .orElse(null);
    }

    public String getSection() {
        return section == null ? null : section.name();
    }

    /** What is no section is no filter. */
    public void setSection(String text) {
        section = Arrays.stream(Section.values())
                .filter(known -> known.name().equals(text))
                .findFirst()
                .orElse(null);
    }

    public String getItem() {
        return item;
    }

    public void setItem(String item) {
        this.item = item == null || item.isBlank() ? null : item;
    }

    public String getBefore() {
        return before == null ? null : before.toString();
    }

    /** Where this page begins; what is no number begins with the latest. */
    public void setBefore(String text) {
        before = Positions.key(text, null);
    }
}
