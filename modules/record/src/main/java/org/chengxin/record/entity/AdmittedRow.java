package org.chengxin.record.entity;

import java.time.LocalDate;
import java.util.Map;
import org.chengxin.kernel.SubjectRole;

/**
 * An accepted row of an approved lot, as the record module takes it.
 *
 * @param recordId key reserved for the record, or that of the record it brings new content for
 * @param content JSON object by field name
 * @param contentHash SHA-256 of the content in canonical form
 * @param dedupeKey what makes it the same record within item and supplier
 * @param enteredBy who settled the row for the supplier after the check; null: who sent the lot
 * @param others further subjects of the record, each with its role, such as persons held responsible (C04)
 */
public record AdmittedRow(
        int rowNo,
        Long recordId,
        String recordNo,
        Long subjectId,
        String content,
        String contentHash,
        String dedupeKey,
        String title,
        String legalBasis,
        LocalDate decidedOn,
        SupplierStatement stated,
        String enteredBy,
        Map<Long, SubjectRole> others) {}
