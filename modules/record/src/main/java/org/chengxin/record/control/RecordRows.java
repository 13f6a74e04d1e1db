package org.chengxin.record.control;

import java.sql.Connection;
import java.sql.SQLException;
import org.chengxin.kernel.sql.BulkInsert;
import org.chengxin.record.entity.CreditRecord;
import org.chengxin.record.entity.SupplierStatement;

/**
 * Writes records that begin, with one statement. JPA would give each a change set and a statement of its own, which costs
 * more than all that happens to it; what it has to keep of a record is in its mapping, and that these two agree is tested.
 */
final class RecordRows {

    /** As JPA counts: the first version that is written is the first. */
    private static final int FIRST_VERSION = 1;

    private final BulkInsert rows = BulkInsert.into(
            "credit_record",
            "id bigint",
            "record_no text",
            "item_id bigint",
            "item_version_id bigint",
            "item_code text",
            "organisation_id bigint",
            "submission_id bigint",
            "row_no integer",
            "subject_id bigint",
            "state text",
            "section text",
            "section_rule text",
            "scope text",
            "scope_rule text",
            "severity text",
            "scope_column boolean",
            "stated_scope text",
            "lot_scope text",
            "standing_scope text",
            "stated_ends_on date",
            "personal_subject boolean",
            "regime text",
            "kind text",
            "disputed boolean",
            "historic boolean",
            "title text",
            "legal_basis text",
            "decided_on date",
            "ends_on date",
            "ends_rule text",
            "published_at timestamptz",
            "content_version integer",
            "content_hash text",
            "dedupe_key text",
            "entered_by text",
            "reviewed_by text",
            "created_at timestamptz",
            "version integer");

    void add(CreditRecord record) {
        SupplierStatement stated = record.stated();
        rows.add(
                record.id(),
                record.recordNo(),
                record.itemId(),
                record.origin().itemVersionId(),
                record.itemCode(),
                record.organisationId(),
                record.origin().submissionId(),
                record.origin().rowNo(),
                record.subjectId(),
                record.state(),
                record.section(),
                record.disclosure().sectionRule(),
                record.scope(),
                record.disclosure().scopeRule(),
                stated.severity(),
                stated.scopeColumn(),
                stated.rowScope(),
                stated.lotScope(),
                stated.standingScope(),
                stated.endsOn(),
                stated.personalSubject(),
                stated.regime(),
                stated.kind(),
                record.disputed(),
                record.origin().historic(),
                record.title(),
                record.legalBasis(),
                record.decidedOn(),
                record.endsOn(),
                record.disclosure().endsRule(),
                record.disclosure().publishedAt(),
                record.contentVersion(),
                record.contentHash(),
                record.dedupeKey(),
                record.origin().enteredBy(),
                record.origin().reviewedBy(),
                record.createdAt(),
                FIRST_VERSION);
    }

    void write(Connection connection) throws SQLException {
        rows.execute(connection);
    }

    /** The columns that are written, for the test that compares them with the mapping. */
    String sql() {
        return rows.sql("");
    }
}
