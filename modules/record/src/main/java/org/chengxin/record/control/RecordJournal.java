package org.chengxin.record.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.chengxin.kernel.SubjectRole;
import org.chengxin.kernel.sql.BulkInsert;
import org.chengxin.kernel.text.FlatJson;
import org.chengxin.record.entity.CreditRecord;
import org.chengxin.record.entity.RecordEvent;
import org.chengxin.record.entity.UnsavedChanges;

/** Writes content versions and events of many records, one statement a table and supplier. */
class RecordJournal {

    private final Connection connection;

    RecordJournal(Connection connection) {
        this.connection = connection;
    }

    /**
     * Writes what the records have gathered.
     *
     * @param admitted those that begin in this transaction, whose own rows are written too
     * @return the content that was written, by the key of its record
     */
    Map<Long, String> write(Collection<CreditRecord> records, Set<Long> admitted) {
        Map<Long, String> written = new HashMap<>();
        RecordRows rows = new RecordRows();
        BulkInsert subjects = BulkInsert.into("record_subject", "record_id bigint", "subject_id bigint", "role text");
        BulkInsert contents = BulkInsert.into(
                "record_content",
                "record_id bigint",
                "version integer",
                "content jsonb",
                "content_hash text",
                "change_kind text",
                "item_version_id bigint",
                "organisation_id bigint",
                "submission_id bigint",
                "row_no integer",
                "actor text",
                "recorded_at timestamptz");
        BulkInsert events = BulkInsert.into(
                "credit_record_event",
                "record_id bigint",
                "occurred_at timestamptz",
                "type text",
                "from_state text",
                "to_state text",
                "actor text",
                "actor_organisation bigint",
                "process text",
                "process_instance_id text",
                "activity text",
                "legal_basis text",
                "reason text",
                "details jsonb");
        Set<Long> revised = new HashSet<>();
        Long supplier = null;
        for (CreditRecord record : records) {
            if (admitted.contains(record.id())) {
                rows.add(record);
            }
            UnsavedChanges.ContentVersion content = record.unsaved().takeContent();
            if (content != null) {
                if (!admitted.contains(record.id())) {
                    revised.add(record.id());
                }
                subjects.add(record.id(), record.subjectId(), SubjectRole.COUNTERPARTY.name());
                record.unsaved().takeParties().forEach((id, role) -> subjects.add(record.id(), id, role.name()));
                supplier = sameSupplier(supplier, record);
                written.put(record.id(), content.content());
                contents.add(
                        record.id(),
                        record.contentVersion(),
                        content.content(),
                        record.contentHash(),
                        content.changeKind(),
                        record.origin().itemVersionId(),
                        record.organisationId(),
                        record.origin().submissionId(),
                        record.origin().rowNo(),
                        record.origin().enteredBy(),
                        content.recordedAt());
            }
            for (RecordEvent event : record.unsaved().takeEvents()) {
                add(events, event);
            }
        }
        try {
            rows.write(connection);
            forgetParties(revised);
            subjects.execute(connection, "ON CONFLICT DO NOTHING");
            if (supplier != null) {
                declareSupplier(supplier);
                contents.execute(connection);
            }
            events.execute(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("records could not be written", e);
        }
        return written;
    }

    /** Who stood in the former content of a record, and is not named any more, has nothing to do with it now. */
    private void forgetParties(Set<Long> revised) throws SQLException {
        if (revised.isEmpty()) {
            return;
        }
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM record_subject WHERE record_id = ANY (?)")) {
            delete.setArray(1, connection.createArrayOf("int8", revised.toArray()));
            delete.executeUpdate();
        }
    }

    /** A lot has one supplier, so a transaction that brings content has one too. */
    private static Long sameSupplier(Long supplier, CreditRecord record) {
        if (supplier != null && !supplier.equals(record.organisationId())) {
            throw new IllegalStateException("content of two suppliers in one transaction");
        }
        return record.organisationId();
    }

    /** The one place that tells the database for which supplier this transaction brings content (谁提供谁更正). */
    private void declareSupplier(Long organisationId) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT set_config('chengxin.supplier', ?, true)")) {
            statement.setString(1, organisationId.toString());
            statement.execute();
        }
    }

    private static void add(BulkInsert events, RecordEvent event) {
        events.add(
                event.recordId(),
                event.occurredAt(),
                event.type().name(),
                event.fromState() == null ? null : event.fromState().name(),
                event.toState().name(),
                event.actor(),
                event.actorOrganisation(),
                event.process(),
                event.processInstanceId(),
                event.activity(),
                event.legalBasis(),
                event.reason(),
                json(event.details()));
    }

    private static String json(Map<String, String> details) {
        if (details.isEmpty()) {
            return null;
        }
        FlatJson json = FlatJson.object();
        details.forEach(json::add);
        return json.toString();
    }
}
