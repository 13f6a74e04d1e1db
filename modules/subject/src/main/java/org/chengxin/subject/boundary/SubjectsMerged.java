package org.chengxin.subject.boundary;

import java.sql.Connection;
import java.util.List;
import org.chengxin.kernel.Actor;

/**
 * Fired when subjects turned out to be others, inside the transaction that merges them: who keeps something by a
 * subject's key moves it, and what an observer cannot do undoes the merge.
 *
 * @param reason why, for the events of what is moved
 * @param connection the transaction's connection, for set-based writing
 */
public record SubjectsMerged(List<Merge> merges, Actor actor, String reason, Connection connection) {

    /** One subject that is not used any more, and the one that takes its place. */
    public record Merge(Long from, Long to) {}
}
