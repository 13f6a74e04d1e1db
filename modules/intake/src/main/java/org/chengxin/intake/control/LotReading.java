package org.chengxin.intake.control;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.intake.boundary.FindingView;
import org.chengxin.intake.boundary.ShownState;
import org.chengxin.intake.boundary.SubmissionView;
import org.chengxin.intake.control.StandingReading.Standing;
import org.chengxin.intake.entity.Submission;
import org.chengxin.intake.entity.SubmissionState;
import org.chengxin.record.entity.RecordState;

/** Reads lots, their counts and findings. Counts of records come from the records, so that they always reconcile. */
public class LotReading {

    private final EntityManager em;

    public LotReading(EntityManager em) {
        this.em = em;
    }

    /** Lots, latest first; the state is the one that is shown, see {@link ShownState}. */
    @SuppressWarnings("unchecked")
    public List<Submission> latest(
            Long organisationId, Long beforeId, SubmissionState state, String itemCode, int most) {
        return em.createNativeQuery(
                        "SELECT s.* FROM submission s WHERE (?1 = -1 OR s.organisation_id = ?1) AND s.id < ?2"
                                + " AND (?3 = '' OR ?3 = " + ShownState.ofLot()
                                + ") AND (?5 = '' OR s.item_code = ?5) ORDER BY s.id DESC LIMIT ?4",
                        Submission.class)
                .setParameter(1, organisationId == null ? -1L : organisationId)
                .setParameter(2, beforeId == null ? Long.MAX_VALUE : beforeId)
                .setParameter(3, state == null ? "" : state.name())
                .setParameter(4, most)
                .setParameter(5, itemCode == null ? "" : itemCode)
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

    /**
     * Lots with their counts, in this order; two statements, however many lots there are.
     *
     * @param item gives the definition of a lot's item version
     */
    public List<SubmissionView> views(List<Submission> lots, LongFunction<ItemDefinition> item) {
        Map<Long, String> suppliers = names(lots);
        Map<Long, Standing> standings = standings(lots);
        return lots.stream()
                .map(lot -> view(
                        lot,
                        item.apply(lot.itemVersionId()),
                        suppliers.get(lot.organisationId()),
                        standings.get(lot.id())))
                .toList();
    }

    private Map<Long, Standing> standings(List<Submission> lots) {
        try {
            return new StandingReading(em.unwrap(Connection.class)).of(lots);
        } catch (SQLException e) {
            throw new IllegalStateException("how lots stand could not be read", e);
        }
    }

    @SuppressWarnings("unchecked")
    private Map<Long, String> names(List<Submission> lots) {
        if (lots.isEmpty()) {
            return Map.of();
        }
        String ids = lots.stream()
                .map(lot -> lot.organisationId().toString())
                .distinct()
                .collect(Collectors.joining(","));
        Map<Long, String> names = new HashMap<>();
        for (Object[] row : (List<Object[]>) em.createNativeQuery(
                        "SELECT id, name FROM organisation WHERE id = ANY (string_to_array(?1, ',')::bigint[])")
                .setParameter(1, ids)
                .getResultList()) {
            names.put(((Number) row[0]).longValue(), (String) row[1]);
        }
        return names;
    }

    /** How many rows of its present round were accepted. */
    public int acceptedOfRound(Submission lot) {
        return ((Number) em.createNativeQuery("SELECT count(*) FROM staged_row WHERE submission_id = ?1"
                                + " AND received_at = ?2 AND round = ?3 AND outcome = 'ACCEPTED'")
                        .setParameter(1, lot.id())
                        .setParameter(2, lot.receivedAt())
                        .setParameter(3, lot.round())
                        .getSingleResult())
                .intValue();
    }

    private static SubmissionView view(Submission lot, ItemDefinition item, String supplier, Standing standing) {
        SubmissionState state = standing.toClassify() > 0 ? SubmissionState.PROCESSING : lot.state();
        return new SubmissionView(
                lot.no(),
                lot.itemCode(),
                item.name(),
                item.nameEn(),
                lot.organisationId(),
                supplier,
                state,
                counts(lot, standing.states()),
                state == SubmissionState.PROCESSING
                        ? lot.rounds().rowsAdmitted() + standing.inParts()
                        : lot.tally().rowsChecked(),
                lot.receipt().fileName(),
                lot.receipt().lotScope() == null
                        ? null
                        : lot.receipt().lotScope().name(),
                lot.receipt().historicDocument(),
                lot.receipt().submittedBy(),
                lot.receipt().submittedName(),
                lot.receivedAt(),
                lot.review().by(),
                lot.review().name(),
                lot.review().at(),
                lot.review().reason(),
                standing.toClassify() > 0 ? null : lot.closedAt(),
                CleaningCounts.fromJson(lot.tally().cleaning()).counts(),
                lot.round(),
                lot.rounds().pendingRows(),
                standing.toClassify());
    }

    private static SubmissionView.Counts counts(Submission lot, Map<RecordState, Integer> of) {
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

    /** A mapping from the JSON under which it is kept. */
    public static HeaderMapping mapping(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return HeaderMapping.fromJson(reader.readObject());
        }
    }
}
