package org.chengxin.publication.boundary;

import org.chengxin.kernel.Section;

/**
 * The part of a subject's page that is asked for.
 *
 * @param section null for the newest entries of every section; else this section from the cursor on
 * @param series null for all; else only the records of this series, one by one; then a section is needed
 * @param cursor where to go on; null for the beginning
 */
public record FilePart(Section section, String series, String cursor, int limit) {

    public static FilePart overview(int perSection) {
        return new FilePart(null, null, null, perSection);
    }

    public static FilePart of(Section section, String cursor, int limit) {
        return new FilePart(section, null, cursor, limit);
    }
}
