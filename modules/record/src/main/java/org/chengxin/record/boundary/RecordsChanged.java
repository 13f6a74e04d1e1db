package org.chengxin.record.boundary;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import org.chengxin.record.entity.CreditRecord;

/**
 * Fired once a transaction, before it commits, with the records it changed. Observers take part in the transaction:
 * what they cannot do, undoes the change.
 *
 * @param contents the content versions that came with this transaction, by the key of their record
 * @param connection the transaction's connection, for set-based writing
 */
public record RecordsChanged(List<CreditRecord> records, Map<Long, String> contents, Connection connection) {

    /** Records that changed without new content. */
    public RecordsChanged(List<CreditRecord> records, Connection connection) {
        this(records, Map.of(), connection);
    }
}
