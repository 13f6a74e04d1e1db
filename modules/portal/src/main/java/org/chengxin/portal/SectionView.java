package org.chengxin.portal;

import java.util.List;
import org.chengxin.kernel.Section;
import org.chengxin.publication.boundary.Page;
import org.chengxin.publication.boundary.RecordEntry;

/**
 * A section of a subject's page.
 *
 * @param count all visible records of the section, also those on later pages and the earlier ones of a series
 * @param nextCursor where the next page of it begins; null at the end
 */
public record SectionView(Section section, long count, List<RecordEntry> entries, String nextCursor) {

    /** The four sections of 北京市政府令第106号, in its order. Whatever else is public stands below them. */
    static final List<Section> SHOWN = List.of(Section.IDENTITY, Section.GOOD, Section.WARNING, Section.ALERT);

    static SectionView of(Section section, long count, Page<RecordEntry> page) {
        return page == null
                ? new SectionView(section, count, List.of(), null)
                : new SectionView(section, count, page.items(), page.nextCursor());
    }

    /** The word used in addresses, as anchor and as style. */
    public String path() {
        return section.pathName();
    }

    /** Key of the section's name. */
    public String nameKey() {
        return "kernel." + section.messageKey();
    }

    /** Key of what the section means and is used for (苏府[2003]184号 三.2). */
    public String meaningKey() {
        return "portal.meaning." + section.pathName();
    }
}
