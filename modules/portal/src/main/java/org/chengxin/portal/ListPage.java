package org.chengxin.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.chengxin.kernel.Section;
import org.chengxin.publication.boundary.LatestRecord;
import org.chengxin.publication.boundary.Page;
import org.chengxin.publication.boundary.Place;
import org.chengxin.publication.boundary.PublicLists;
import org.chengxin.webkit.Address;

/** The newest records over all subjects, of one section or of all. */
@Named("listPage")
@RequestScoped
public class ListPage {

    /** The word in addresses for the records of all sections. */
    static final String ALL = "latest";

    private static final int ON_START_PAGE = 10;
    private static final int A_PAGE = 50;

    @Inject
    PublicLists lists;

    private Section section;
    private Place place;
    private boolean continued;
    private Page<LatestRecord> page;

    void showNewest(Section wanted) {
        section = wanted;
        page = lists.latest(wanted, null, null, ON_START_PAGE);
    }

    /**
     * @param wanted null for all sections
     * @param where null for all places
     */
    void show(Section wanted, Place where, String cursor) {
        section = wanted;
        place = where;
        continued = cursor != null && !cursor.isBlank();
        page = lists.latest(wanted, where, cursor, A_PAGE);
    }

    public List<LatestRecord> getRecords() {
        return page.items();
    }

    /** Where the next page begins; null at the end. */
    public String getNext() {
        return page.nextCursor();
    }

    /** Whether this is not the first page. */
    public boolean isContinued() {
        return continued;
    }

    /** The word of the list in addresses. */
    public String getPath() {
        return section == null ? ALL : section.pathName();
    }

    /** Code of the place that the list is restricted to; empty text for none. */
    public String getPlace() {
        return place == null ? "" : place.code();
    }

    /** Key of the list's title. */
    public String getTitleKey() {
        return "portal.lists." + getPath();
    }

    /** Whether records of several sections stand together. */
    public boolean isMixed() {
        return section == null;
    }

    public String address(LatestRecord record) {
        return record.code() != null
                ? "/subjects/" + Address.segment(record.code())
                : "/subjects/id/" + Address.segment(record.publicId());
    }
}
