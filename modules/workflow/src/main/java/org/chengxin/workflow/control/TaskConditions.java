package org.chengxin.workflow.control;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.chengxin.kernel.code.SubjectCode;
import org.chengxin.kernel.text.NameNormaliser;
import org.chengxin.kernel.time.CivilTime;
import org.chengxin.workflow.boundary.TaskQuery;

/**
 * What a query asks of a task, as conditions over {@code worklist_task t}. Each is answered by an index: of the item, of the
 * lot, of the findings; the tasks about a subject are looked up by its records first.
 */
final class TaskConditions {

    static final String DUE = "coalesce(t.due_on, DATE '9999-12-31')";

    /** A number of a lot or record, which is looked up and not searched for. */
    private static final String NUMBER = "[LR]\\d{8,25}";

    private static final String SUBJECTS_BY_CODE =
            "SELECT i.subject_id FROM subject_identifier i WHERE i.value = ANY (string_to_array(?, ','))";
    private static final String SUBJECTS_BY_NAME =
            "SELECT n.subject_id FROM subject_name n JOIN subject p ON p.id = n.subject_id"
                    + " WHERE publication.bigrams(n.normalised) @> string_to_array(?, '|')"
                    // persons are found by nothing but their number, and that not here
                    + " AND position(? IN n.normalised) > 0 AND p.kind <> 'PERSON'";
    /** Records in motion of these subjects, and lots in review that have a row of one of them. */
    private static final String ABOUT_SUBJECTS = " AND t.id = ANY (ARRAY(WITH about AS MATERIALIZED (%s)"
            + " SELECT w.id FROM about JOIN credit_record r ON r.subject_id = about.subject_id"
            + " JOIN worklist_task w ON w.business_key = r.record_no WHERE w.organisation_id = ?"
            + " UNION SELECT w.id FROM worklist_task w JOIN submission s ON s.id = w.submission_id"
            + " WHERE w.organisation_id = ? AND w.process = 'Submission' AND w.state = 'OPEN' AND EXISTS (SELECT"
            + " FROM staged_row g WHERE g.submission_id = s.id AND g.received_at = s.received_at"
            + " AND g.subject_id IN (SELECT subject_id FROM about))))";

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    /**
     * @param organisation whose tasks are asked for
     * @param today the application's day
     */
    TaskConditions(TaskQuery query, Long organisation, LocalDate today) {
        if (query.overdueOnly()) {
            and(DUE + " < ?", today);
        }
        if (given(query.process())) {
            and("t.process = ?", query.process());
        }
        if (given(query.text())) {
            text(query.text().strip());
        }
        TaskQuery.About about = query.about();
        if (given(about.item())) {
            and("t.item_code = ?", about.item());
        }
        if (given(about.lot())) {
            and(
                    "t.submission_id = (SELECT s.id FROM submission s WHERE s.no = ?)",
                    about.lot().strip());
        }
        if (given(about.subject())) {
            subject(about.subject(), organisation);
        }
        if (given(about.finding())) {
            and("t.findings @> string_to_array(?, ',')", about.finding());
        }
        if (about.days() != null) {
            and(
                    "t.created_at < ?",
                    CivilTime.endOf(today.minusDays(about.days())).atOffset(ZoneOffset.UTC));
        }
    }

    /** Begins with AND for each; empty for none. */
    String sql() {
        return sql.toString();
    }

    /** What the places of {@link #sql} are filled with, in order. */
    List<Object> values() {
        return values;
    }

    private void text(String text) {
        if (text.matches(NUMBER)) {
            and("t.business_key = ?", text);
            return;
        }
        String part = "%" + text.replaceAll("[%_\\\\]", "") + "%";
        and("(t.title LIKE ? OR t.business_key LIKE ?)", part, part);
    }

    private void subject(String text, Long organisation) {
        List<String> codes = codes(text);
        List<String> bigrams = NameNormaliser.bigrams(text).stream()
                .filter(pair -> pair.indexOf('|') < 0)
                .toList();
        if (!codes.isEmpty()) {
            sql.append(ABOUT_SUBJECTS.formatted(SUBJECTS_BY_CODE));
            values.add(String.join(",", codes));
        } else if (bigrams.isEmpty()) {
            // one character says nothing about whom
            sql.append(" AND false");
            return;
        } else {
            sql.append(ABOUT_SUBJECTS.formatted(SUBJECTS_BY_NAME));
            values.add(String.join("|", bigrams));
            values.add(NameNormaliser.normalise(text));
        }
        values.add(organisation);
        values.add(organisation);
    }

    private static List<String> codes(String text) {
        List<String> codes = new ArrayList<>();
        for (SubjectCode.Expected expected : List.of(SubjectCode.Expected.ANY, SubjectCode.Expected.REGISTRATION)) {
            SubjectCode.Classified code = SubjectCode.classify(text, expected);
            if (code.kind().isCode()) {
                codes.add(code.value());
                code.organisationCode().ifPresent(codes::add);
            }
        }
        return codes;
    }

    private void and(String condition, Object... with) {
        sql.append(" AND ").append(condition);
        values.addAll(List.of(with));
    }

    private static boolean given(String text) {
        return text != null && !text.isBlank();
    }
}
