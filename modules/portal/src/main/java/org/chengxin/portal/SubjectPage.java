package org.chengxin.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chengxin.kernel.Section;
import org.chengxin.publication.boundary.PublicRegister;
import org.chengxin.publication.boundary.PublicSubject;
import org.chengxin.publication.boundary.SubjectFile;

/** What is public about a subject. */
@Named("subjectPage")
@RequestScoped
public class SubjectPage {

    private static final int IN_OVERVIEW = 10;
    private static final int IN_SECTION = 50;

    @Inject
    PublicRegister register;

    private SubjectFile file;
    private Section only;

    /** Whether there is a subject with this code and anything to show of it. */
    boolean show(String code, Section section, String cursor) {
        return take(register.file(code, section, cursor, limit(section)), section);
    }

    /** Whether there is a subject with this public identifier and anything to show of it. */
    boolean showById(String publicId, Section section, String cursor) {
        return take(register.fileById(publicId, section, cursor, limit(section)), section);
    }

    private static int limit(Section section) {
        return section == null ? IN_OVERVIEW : IN_SECTION;
    }

    private boolean take(Optional<SubjectFile> found, Section section) {
        file = found.orElse(null);
        only = section;
        return found.isPresent();
    }

    public PublicSubject getSubject() {
        return file.subject();
    }

    /** Address of this page. */
    public String getAddress() {
        return Pages.addressOf(file.subject());
    }

    /** Whether one section is shown and not the overview. */
    public boolean isOneSection() {
        return only != null;
    }

    /** All sections with their counts, for the links on top: the four, and the others where there are any. */
    public List<SectionView> getIndex() {
        List<SectionView> index = new ArrayList<>();
        SectionView.SHOWN.forEach(section -> index.add(view(section)));
        if (file.subject().count(Section.OTHER) > 0) {
            index.add(view(Section.OTHER));
        }
        return index;
    }

    /** The sections shown on this page. */
    public List<SectionView> getSections() {
        return only == null ? getIndex() : List.of(view(only));
    }

    private SectionView view(Section section) {
        return SectionView.of(
                section, file.subject().count(section), file.sections().get(section));
    }
}
