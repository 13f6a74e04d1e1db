package org.chengxin.intake.control;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.io.StringReader;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.intake.boundary.FindingView;
import org.chengxin.intake.boundary.SubmissionView;
import org.chengxin.intake.entity.Submission;
import org.chengxin.intake.entity.SubmissionState;
import org.chengxin.record.entity.RecordState;

/** Reads lots, their counts and findings. Counts of records come from the records, so that they always reconcile. */
public class LotReading {

    private final EntityManager em;

    public LotReading(EntityManager em) {
        this.em = em;
    }

    /** Lots, latest first. */
    public List<Submission> latest(Long organisationId, Long beforeId, SubmissionState state, int most) {
        return em.createQuery(
                        "SELECT s FROM Submission s WHERE (:all = true OR s.organisationId = :organisation)"
                                + " AND s.id < :before AND (:any = true OR s.state = :state) ORDER BY s.id DESC",
                        Submission.class)
                .setParameter("all", organisationId == null)
                .setParameter("organisation", organisationId == null ? -1L : organisationId)
                .setParameter("before", beforeId == null ? Long.MAX_VALUE : beforeId)
                .setParameter("any", state == null)
                .setParameter("state", state == null ? SubmissionState.DONE : state)
                .setMaxResults(most)
                .getResultList();
    }

    /** Findings by row, from after a position on. */
    @SuppressWarnings("unchecked")
    public List<FindingView> findings(Submission lot, ItemDefinition item, int afterRow, int afterSeq, int most) {
        Query query = em.createNativeQuery("SELECT row_no, seq, field, value, rule, severity, args::text, suggestion"
                        + " FROM finding WHERE submission_id = ?1 AND received_at = ?2 AND (row_no, seq) > (?3, ?4)"
                        + " ORDER BY row_no, seq LIMIT ?5")
                .setParameter(1, lot.id())
                .setParameter(2, lot.receivedAt())
                .setParameter(3, afterRow)
                .setParameter(4, afterSeq)
                .setParameter(5, most);
        return ((List<Object[]>) query.getResultList())
                .stream().map(row -> finding(item, row)).toList();
    }

    /** The findings of these rows, by row. */
    @SuppressWarnings("unchecked")
    public Map<Integer, List<FindingView>> findingsOf(Submission lot, ItemDefinition item, List<Integer> rowNos) {
        Query query = em.createNativeQuery("SELECT row_no, seq, field, value, rule, severity, args::text, suggestion"
                        + " FROM finding WHERE submission_id = ?1 AND received_at = ?2 AND row_no = ANY (?3)"
                        + " ORDER BY row_no, seq")
                .setParameter(1, lot.id())
                .setParameter(2, lot.receivedAt())
                .setParameter(3, new RowReading(em, lot).numbers(rowNos));
        return ((List<Object[]>) query.getResultList())
                .stream().map(row -> finding(item, row)).collect(Collectors.groupingBy(FindingView::row));
    }

    private static FindingView finding(ItemDefinition item, Object[] row) {
        return new FindingView(
                ((Number) row[0]).intValue(),
                ((Number) row[1]).intValue(),
                RowReading.title(item, (String) row[2]),
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                args((String) row[6]),
                (String) row[7]);
    }

    private static List<String> args(String json) {
        if (json == null) {
            return List.of();
        }
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readArray().getValuesAs(JsonString.class).stream()
                    .map(JsonString::getString)
                    .toList();
        }
    }

    /** A lot with its counts. */
    public SubmissionView view(Submission lot, ItemDefinition item) {
        String supplier = (String) em.createNativeQuery("SELECT name FROM organisation WHERE id = ?1")
                .setParameter(1, lot.organisationId())
                .getSingleResult();
        return new SubmissionView(
                lot.no(),
                lot.itemCode(),
                item.name(),
                item.nameEn(),
                lot.organisationId(),
                supplier,
                lot.state(),
                counts(lot),
                lot.state() == SubmissionState.PROCESSING ? lot.rounds().rowsAdmitted() : lot.tally().rowsChecked(),
                lot.receipt().fileName(),
                lot.receipt().lotScope() == null ? null : lot.receipt().lotScope().name(),
                lot.receipt().historicDocument(),
                lot.receipt().submittedBy(),
                lot.receipt().submittedName(),
                lot.receivedAt(),
                lot.review().by(),
                lot.review().name(),
                lot.review().at(),
                lot.review().reason(),
                lot.closedAt(),
                CleaningCounts.fromJson(lot.tally().cleaning()).counts(),
                lot.round(),
                lot.rounds().pendingRows());
    }

    private SubmissionView.Counts counts(Submission lot) {
        Map<RecordState, Integer> of = new EnumMap<>(RecordState.class);
        switch (lot.state()) {
            case RETURNED -> of.put(RecordState.RETURNED, lot.tally().accepted());
            case PROCESSING, DONE -> of.putAll(byState(lot));
            default -> {
                if (lot.round() == 0) {
                    of.put(RecordState.IN_REVIEW, lot.tally().accepted());
                } else {
                    of.putAll(byState(lot));
                }
            }
        }
        return new SubmissionView.Counts(
                lot.tally().received(),
                lot.tally().accepted(),
                lot.tally().rejected(),
                lot.tally().suspect(),
                lot.tally().unmatched(),
                of.getOrDefault(RecordState.IN_REVIEW, 0),
                of.getOrDefault(RecordState.RETURNED, 0),
                of.getOrDefault(RecordState.UNDETERMINED, 0),
                of.getOrDefault(RecordState.HELD, 0),
                of.getOrDefault(RecordState.PUBLISHED, 0),
                of.getOrDefault(RecordState.ENDED, 0),
                of.getOrDefault(RecordState.WITHDRAWN, 0),
                of.getOrDefault(RecordState.REPAIRED, 0));
    }

    /** Every accepted row counts in the state of the record it belongs to, also where it made nothing new. */
    @SuppressWarnings("unchecked")
    private Map<RecordState, Integer> byState(Submission lot) {
        Map<RecordState, Integer> counts = new EnumMap<>(RecordState.class);
        List<Object[]> rows = em.createNativeQuery("SELECT CASE WHEN r.state IS NULL OR (NOT t.makes_nothing"
                        + " AND (t.round > ?4 OR (t.round = ?4 AND t.row_no > ?3)))"
                        + " THEN 'IN_REVIEW' ELSE r.state END AS state, count(*)"
                        + " FROM staged_row t LEFT JOIN credit_record r ON r.id = t.record_id"
                        + " WHERE t.submission_id = ?1 AND t.received_at = ?2 AND t.outcome = 'ACCEPTED'"
                        + " GROUP BY 1")
                .setParameter(1, lot.id())
                .setParameter(2, lot.receivedAt())
                .setParameter(3, lot.state() == SubmissionState.DONE ? Integer.MAX_VALUE : lot.rounds().lastRowAdmitted())
                .setParameter(4, lot.round())
                .getResultList();
        rows.forEach(
                row -> counts.merge(RecordState.valueOf((String) row[0]), ((Number) row[1]).intValue(), Integer::sum));
        return counts;
    }

    /** A mapping from the JSON under which it is kept. */
    public static HeaderMapping mapping(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return HeaderMapping.fromJson(reader.readObject());
        }
    }
}
