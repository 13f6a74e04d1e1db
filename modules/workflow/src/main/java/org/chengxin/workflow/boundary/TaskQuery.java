package org.chengxin.workflow.boundary;

/**
 * What an inbox shows.
 *
 * @param done decided by the caller, instead of open
 * @param mineOnly only what the caller has claimed, or who the caller stands in for
 * @param overdueOnly only what is past its deadline
 * @param process id of a process; null for all
 * @param text part of title or business key; null for all
 * @param about what the tasks are about
 * @param after position after which to go on, as {@link TaskPage#next}; null for the start
 * @param limit at most so many
 */
public record TaskQuery(
        boolean done,
        boolean mineOnly,
        boolean overdueOnly,
        String process,
        String text,
        About about,
        String after,
        int limit) {

    /**
     * What tasks are about; null for whatever it is.
     *
     * @param item code of a catalogue item
     * @param lot number of the lot that it is, or that the record came from
     * @param subject code or part of the name, two characters at least, of whom the record, or a row of the lot, is about
     * @param finding rule by which something was found there
     * @param days begun at least so many days ago
     */
    public record About(String item, String lot, String subject, String finding, Integer days) {

        /** Anything. */
        public static final About ANYTHING = new About(null, null, null, null, null);
    }

    /** A query that does not ask what tasks are about. */
    public TaskQuery(
            boolean done, boolean mineOnly, boolean overdueOnly, String process, String text, String after, int limit) {
        this(done, mineOnly, overdueOnly, process, text, About.ANYTHING, after, limit);
    }

    /** The open tasks of the caller and of the caller's groups. */
    public static TaskQuery open(int limit) {
        return new TaskQuery(false, false, false, null, null, null, limit);
    }
}
