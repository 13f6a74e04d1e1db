package org.chengxin.record.control;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.kernel.text.Masking;
import org.chengxin.record.boundary.RecordView;
import org.chengxin.record.entity.CreditRecord;
import org.chengxin.subject.boundary.SubjectView;

/** Reads a record's content and where it came from for people. */
public class RecordReading {

    private final EntityManager em;

    public RecordReading(EntityManager em) {
        this.em = em;
    }

    /** The current content as it is kept. */
    public ContentFields.Content content(CreditRecord record, ItemDefinition item) {
        String json = (String)
                em.createNativeQuery("SELECT content::text FROM record_content WHERE record_id = ?1 AND version = ?2")
                        .setParameter(1, record.id())
                        .setParameter(2, record.contentVersion())
                        .getSingleResult();
        return new ContentFields.Content(item, json);
    }

    /** The subject as a page shows it; of a natural person the family name only, if masked. */
    public static RecordView.Subject subject(SubjectView subject, boolean masked) {
        return new RecordView.Subject(
                subject.publicId(),
                masked ? Masking.personName(subject.name()) : subject.name(),
                masked ? null : subject.code(),
                subject.kind().name(),
                subject.outOfRegion());
    }

    /** A record without its content; what was written as its legal basis stands here without numbers of persons. */
    public static RecordView view(
            CreditRecord record, ItemDefinition item, String supplier, RecordView.Subject subject, String title) {
        return new RecordView(
                record.recordNo(),
                record.itemCode(),
                item.name(),
                item.nameEn(),
                item.version(),
                record.organisationId(),
                supplier,
                subject,
                record.state(),
                record.section(),
                record.disclosure().sectionRule(),
                record.scope(),
                record.disclosure().scopeRule(),
                record.disputed(),
                record.origin().historic(),
                title,
                record.legalBasis() == null ? null : Masking.maskNumbersIn(record.legalBasis()),
                record.decidedOn(),
                record.endsOn(),
                record.disclosure().endsRule(),
                record.disclosure().publishedAt(),
                record.contentVersion(),
                record.version(),
                List.of(),
                null);
    }

    /** Lot and file that the current content came from. */
    public RecordView.Provenance provenance(CreditRecord record) {
        Object[] row = (Object[]) em.createNativeQuery("SELECT no, file_name FROM submission WHERE id = ?1")
                .setParameter(1, record.origin().submissionId())
                .getSingleResult();
        return new RecordView.Provenance(
                (String) row[0],
                record.origin().rowNo(),
                (String) row[1],
                record.origin().enteredBy(),
                record.origin().reviewedBy());
    }
}
