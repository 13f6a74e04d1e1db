package org.chengxin.publication.boundary;

/**
 * The answer to a search.
 *
 * @param query what was searched, fit to be shown again; empty where the text was a citizen's number
 * @param hits the name itself first, then names that begin with the text, then names that contain it, then former names;
 *     where very many match, those that contain it come in no particular order
 */
public record SearchAnswer(Outcome outcome, String query, Page<SubjectHit> hits) {

    /** What became of the search. */
    public enum Outcome {
        /** Nothing was asked. */
        EMPTY,
        /** A name fragment has at least two characters. */
        TOO_SHORT,
        /** The text is or contains a citizen's number, by which nobody can search. */
        PERSONAL_NUMBER,
        /** Nothing that is public matches. */
        NOTHING,
        FOUND
    }

    static SearchAnswer without(Outcome outcome, String query) {
        return new SearchAnswer(outcome, query, Page.empty());
    }
}
