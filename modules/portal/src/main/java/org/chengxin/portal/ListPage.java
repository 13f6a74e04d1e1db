package org.chengxin.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.chengxin.kernel.Section;
import org.chengxin.publication.boundary.LatestRecord;
import org.chengxin.publication.boundary.Page;
import org.chengxin.publication.boundary.PublicRegister;

/** The newest records of a section over all subjects. */
@Named("listPage")
@RequestScoped
public class ListPage {

    private static final int ON_START_PAGE = 10;
    private static final int A_PAGE = 50;

    @Inject
    PublicRegister register;

    private Section section;
    private Page<LatestRecord> page;

    void showNewest(Section wanted) {
        section = wanted;
        page = register.latest(wanted, null, ON_START_PAGE);
    }

    void show(Section wanted, String cursor) {
        section = wanted;
        page = register.latest(wanted, cursor, A_PAGE);
    }

    public List<LatestRecord> getRecords() {
        return page.items();
    }

    /** Where the next page begins; null at the end. */
    public String getNext() {
        return page.nextCursor();
    }

    /** The word of the section in addresses. */
    public String getPath() {
        return section.pathName();
    }

    /** Key of the section's name. */
    public String getNameKey() {
        return "kernel." + section.messageKey();
    }

    public String address(LatestRecord record) {
        return record.code() != null ? "/subjects/" + record.code() : "/subjects/id/" + record.publicId();
    }
}
