package org.chengxin.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.chengxin.catalogue.boundary.Catalogue;
import org.chengxin.catalogue.boundary.CatalogueEntry;
import org.chengxin.intake.boundary.SubmissionView;
import org.chengxin.intake.boundary.Submissions;
import org.chengxin.intake.entity.SubmissionState;

/** The lots that the caller may see, latest first. */
@Named("lotList")
@RequestScoped
public class LotList {

    static final int ROWS = 25;

    @Inject
    Submissions submissions;

    @Inject
    Answers answers;

    @Inject
    Catalogue catalogue;

    @Inject
    CurrentUser me;

    private String state;
    private String item;
    private List<CatalogueEntry> items;
    private Long before;
    private List<SubmissionView> lots = List.of();
    private Long next;

    /** Reads one lot more than is shown, to know whether there are further ones. */
    public void open() {
        SubmissionState only = Arrays.stream(SubmissionState.values())
                .filter(known -> known.name().equals(state))
                .findFirst()
                .orElse(null);
        List<SubmissionView> found = answers.orErrorPage(() -> submissions.latest(before, only, item, ROWS + 1));
        if (found != null) {
            lots = found.size() > ROWS ? found.subList(0, ROWS) : found;
            next = found.size() > ROWS ? submissions.position(lots.get(ROWS - 1).no()) : null;
        }
    }

    public List<SubmissionView> getLots() {
        return lots;
    }

    /** Where the next page begins; null at the end. */
    public Long getNext() {
        return next;
    }

    public SubmissionState[] getStates() {
        return SubmissionState.values();
    }

    /** The items by which the list can be restricted: those that the caller's organisation supplies, or all. */
    public List<CatalogueEntry> getItems() {
        if (items == null) {
            List<CatalogueEntry> own = catalogue.itemsOf(me.getActor().organisationId());
            items = own.isEmpty() ? catalogue.items() : own;
        }
        return items;
    }

    /** Code of the item; null for all. */
    public String getItem() {
        return item;
    }

    public void setItem(String item) {
        this.item = item != null && item.matches("[A-Z0-9-]{1,50}") ? item : null;
    }

    /** The restrictions as the end of an address. */
    public String getQuery() {
        return (state == null ? "" : "&state=" + state) + (item == null ? "" : "&item=" + item);
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state != null && state.matches("[A-Z_]{1,20}") ? state : null;
    }

    public String getBefore() {
        return before == null ? null : before.toString();
    }

    /** Where this page begins; what is no number begins with the latest. */
    public void setBefore(String before) {
        this.before = Positions.number(before, null);
    }
}
