package org.chengxin.record.boundary;

import java.sql.Connection;
import java.util.List;

/**
 * Fired once a chunk, in its transaction, with the numbers of the records whose period is over. Observers take part in
 * the transaction: what they cannot do, undoes the end.
 *
 * @param connection the transaction's connection, for set-based writing
 */
public record RecordsEnded(List<String> recordNos, Connection connection) {}
