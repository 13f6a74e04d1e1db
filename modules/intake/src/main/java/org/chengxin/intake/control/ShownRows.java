package org.chengxin.intake.control;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.chengxin.catalogue.boundary.Catalogue;
import org.chengxin.intake.entity.Submission;
import org.chengxin.kernel.text.Masking;
import org.chengxin.record.boundary.MaskedContent;
import org.chengxin.record.boundary.RecordSheet;
import org.chengxin.subject.boundary.SubjectRegister;

/** Rows as a reviewer may read them: what says who a natural person is, is masked. */
public final class ShownRows {

    private final MaskedContent content;
    private final Set<Long> persons;

    /** One statement, however many rows. */
    public ShownRows(Submission lot, Collection<ReviewRow> rows, Catalogue catalogue, SubjectRegister subjects) {
        content = new MaskedContent(catalogue.definition(lot.itemVersionId()), catalogue.codeTables());
        persons = subjects.naturalPersons(rows.stream()
                .map(ReviewRow::subjectId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    }

    private boolean isOfPerson(ReviewRow row) {
        return row.subjectId() != null && persons.contains(row.subjectId());
    }

    public String title(ReviewRow row) {
        return content.title(row.title(), row.content(), isOfPerson(row));
    }

    public String subjectName(ReviewRow row) {
        return isOfPerson(row) ? Masking.personName(row.subjectName()) : Masking.maskIdsIn(row.subjectName());
    }

    public List<RecordSheet.Field> fields(ReviewRow row) {
        return content.fields(row.content(), isOfPerson(row));
    }
}
