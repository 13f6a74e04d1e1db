package org.chengxin.publication.boundary;

import org.chengxin.kernel.Section;

/**
 * What somebody searches.
 *
 * @param text code or fragment of a name, as typed; null and blank are answered with EMPTY
 * @param place only subjects of this place; null for all
 * @param section only subjects with a visible record in this section; null for all
 */
public record SubjectQuestion(String text, Place place, Section section) {

    public static SubjectQuestion of(String text) {
        return new SubjectQuestion(text, null, null);
    }
}
