package org.chengxin.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chengxin.kernel.Section;
import org.chengxin.publication.boundary.FilePart;
import org.chengxin.publication.boundary.PublicRecord;
import org.chengxin.publication.boundary.PublicRegister;
import org.chengxin.publication.boundary.PublicSubject;
import org.chengxin.publication.boundary.SubjectFile;
import org.chengxin.webkit.Address;
import org.chengxin.webkit.Language;

/** What is public about a subject. */
@Named("subjectPage")
@RequestScoped
public class SubjectPage {

    private static final int IN_OVERVIEW = 10;
    private static final int IN_SECTION = 50;

    @Inject
    PublicRegister register;

    @Inject
    Address address;

    @Inject
    Language language;

    private SubjectFile file;
    private FilePart part;

    /**
     * Whether there is a subject with this code and anything to show of it.
     *
     * @param section null for the overview
     * @param series null for all of the section
     */
    boolean show(String code, Section section, String series, String cursor) {
        FilePart wanted = part(section, series, cursor);
        return take(register.file(code, wanted), wanted);
    }

    /** Whether there is a subject with this public identifier and anything to show of it; the rest as in {@link #show}. */
    boolean showById(String publicId, Section section, String series, String cursor) {
        FilePart wanted = part(section, series, cursor);
        return take(register.fileById(publicId, wanted), wanted);
    }

    private static FilePart part(Section section, String series, String cursor) {
        return new FilePart(section, series, cursor, section == null ? IN_OVERVIEW : IN_SECTION);
    }

    private boolean take(Optional<SubjectFile> found, FilePart wanted) {
        file = found.orElse(null);
        part = wanted;
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
        return part.section() != null;
    }

    /** What is shown of the section, as parameters of an address. */
    public String getPartQuery() {
        return "?section=" + part.section().pathName() + (part.series() == null ? "" : "&series=" + part.series());
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
        return part.section() == null ? getIndex() : List.of(view(part.section()));
    }

    private SectionView view(Section section) {
        return SectionView.of(
                section, file.subject().count(section), file.sections().get(section));
    }

    /** Address of all records of a record's series. */
    public String seriesAddress(PublicRecord record) {
        return getAddress() + "?section=" + record.section().pathName() + "&series=" + record.series();
    }

    /** What the codes of a record say, such as 变更 or 正常, for a line in the history of a series. */
    public String marks(PublicRecord record) {
        return record.content().stream()
                .filter(field -> field.type().equals("CODE"))
                .map(field -> language.choose(field.value(), field.valueEn()))
                .distinct()
                .collect(Collectors.joining(language.isEnglish() ? ", " : "、"));
    }

    /** The head of this page for machines. */
    public String getStructuredData() {
        return StructuredData.of(
                file.subject(),
                address.published(getAddress()),
                language.choose(file.subject().divisionName(), file.subject().divisionNameEn()));
    }
}
