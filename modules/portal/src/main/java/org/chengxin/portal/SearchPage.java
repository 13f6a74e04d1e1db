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

/** What a search found. */
@Named("searchPage")
@RequestScoped
public class SearchPage {

    private static final int A_PAGE = 20;

    @Inject
    PublicRegister register;

    private SearchAnswer answer;
    private boolean continued;

    void ask(String query, String cursor) {
        answer = register.search(query, cursor, A_PAGE);
        continued = cursor != null && !cursor.isBlank();
    }

    /** What was searched, to be shown again; empty text before a search. */
    public String getQuery() {
        return answer == null ? "" : answer.query();
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

    /** Whether there are more than can be ranked, so that a longer name helps. */
    public boolean isBounded() {
        return answer.bounded();
    }

    public String address(PublicSubject subject) {
        return Pages.addressOf(subject);
    }

    /** The sections that are counted in a result. */
    public List<Section> getSections() {
        return SectionView.SHOWN;
    }
}
