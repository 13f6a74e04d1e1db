package org.chengxin.workflow.boundary;

/**
 * What an inbox shows.
 *
 * @param done decided by the caller, instead of open
 * @param mineOnly only what the caller has claimed
 * @param overdueOnly only what is past its deadline
 * @param process id of a process; null for all
 * @param text part of title or business key; null for all
 * @param after position after which to go on, as {@link TaskPage#next}; null for the start
 * @param limit at most so many
 */
public record TaskQuery(
        boolean done, boolean mineOnly, boolean overdueOnly, String process, String text, String after, int limit) {

    /** The open tasks of the caller and of the caller's groups. */
    public static TaskQuery open(int limit) {
        return new TaskQuery(false, false, false, null, null, null, limit);
    }
}
