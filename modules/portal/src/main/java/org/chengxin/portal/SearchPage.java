package org.chengxin.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.chengxin.kernel.Section;
import org.chengxin.publication.boundary.PublicRegister;
import org.chengxin.publication.boundary.PublicSubject;
import org.chengxin.publication.boundary.SearchAnswer;
import org.chengxin.publication.boundary.SubjectHit;
import org.chengxin.publication.boundary.SubjectQuestion;

/** What a search found. */
@Named("searchPage")
@RequestScoped
public class SearchPage {

    private static final int A_PAGE = 20;

    @Inject
    PublicRegister register;

    private SubjectQuestion question;
    private SearchAnswer answer;
    private boolean continued;

    void ask(SubjectQuestion asked, String cursor) {
        question = asked;
        answer = register.search(asked, cursor, A_PAGE);
        continued = cursor != null && !cursor.isBlank();
    }

    /** What was searched, to be shown again; empty text before a search. */
    public String getQuery() {
        return answer == null ? "" : answer.query();
    }

    /** Code of the place that the search is restricted to; empty text for none. */
    public String getPlace() {
        return question == null || question.place() == null
                ? ""
                : question.place().code();
    }

    /** The section that the search is restricted to, as in addresses; empty text for none. */
    public String getSection() {
        return question == null || question.section() == null
                ? ""
                : question.section().pathName();
    }

    /** Whether the search is restricted to a place or a section. */
    public boolean isRestricted() {
        return !getPlace().isEmpty() || !getSection().isEmpty();
    }

    /** EMPTY, TOO_SHORT, PERSONAL_NUMBER, NOTHING or FOUND; the key of the message about it. */
    public String getOutcome() {
        return answer.outcome().name();
    }

    public List<SubjectHit> getHits() {
        return answer.hits().items();
    }

    /** Where the next page begins; null at the end. */
    public String getNext() {
        return answer.hits().nextCursor();
    }

    /** Whether this is not the first page. */
    public boolean isContinued() {
        return continued;
    }

    public String address(PublicSubject subject) {
        return Pages.addressOf(subject);
    }

    /** The sections that are counted in a result. */
    public List<Section> getSections() {
        return SectionView.SHOWN;
    }
}
