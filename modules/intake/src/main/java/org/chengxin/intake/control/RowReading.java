package org.chengxin.intake.control;

import jakarta.persistence.EntityManager;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.chengxin.catalogue.definition.FieldDefinition;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.intake.boundary.RowView;
import org.chengxin.intake.boundary.RuleCount;
import org.chengxin.intake.entity.Submission;
import org.chengxin.kernel.text.Masking;

/** Reads the rows of a lot: their receipts, and which of them wait. */
public class RowReading {

    private final EntityManager em;
    private final Submission lot;

    public RowReading(EntityManager em, Submission lot) {
        this.em = em;
        this.lot = lot;
    }

    /**
     * Receipts in the order of the file.
     *
     * @param outcome only rows that have it; null for all
     * @param rule only rows in which it found something; null for all
     * @param afterRow from after this row on
     */
    @SuppressWarnings("unchecked")
    public List<RowView> receipts(String outcome, String rule, int afterRow, int most) {
        List<Object[]> rows = em.createNativeQuery("SELECT t.row_no, t.outcome, t.record_no, r.state, t.makes_nothing,"
                        + " t.title, t.subject_name, count(f.seq), count(f.suggestion)"
                        + " FROM (SELECT s.* FROM staged_row s WHERE s.submission_id = ?1 AND s.received_at = ?2"
                        + " AND s.row_no > ?3 AND (?4 = '' OR s.outcome = ?4) AND (?6 = '' OR EXISTS (SELECT 1"
                        + " FROM finding w WHERE w.submission_id = s.submission_id AND w.received_at = s.received_at"
                        + " AND w.row_no = s.row_no AND w.rule = ?6)) ORDER BY s.row_no LIMIT ?5) t"
                        + " LEFT JOIN credit_record r ON r.id = t.record_id AND t.outcome = 'ACCEPTED'"
                        + " LEFT JOIN finding f ON f.submission_id = t.submission_id AND f.received_at = t.received_at"
                        + " AND f.row_no = t.row_no"
                        + " GROUP BY t.row_no, t.outcome, t.record_no, r.state, t.makes_nothing, t.title, t.subject_name"
                        + " ORDER BY t.row_no")
                .setParameter(1, lot.id())
                .setParameter(2, lot.receivedAt())
                .setParameter(3, afterRow)
                .setParameter(4, outcome == null ? "" : outcome)
                .setParameter(5, most)
                .setParameter(6, rule == null ? "" : rule)
                .getResultList();
        return rows.stream()
                .map(row -> new RowView(
                        ((Number) row[0]).intValue(),
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        (Boolean) row[4],
                        Masking.maskNumbersIn((String) row[5]),
                        Masking.maskIdsIn((String) row[6]),
                        ((Number) row[7]).intValue(),
                        ((Number) row[8]).intValue()))
                .toList();
    }

    /** Because of which rules rows wait for the supplier, those with most rows first. */
    @SuppressWarnings("unchecked")
    public List<RuleCount> rules() {
        List<Object[]> rules = em.createNativeQuery("SELECT f.rule, CASE min(CASE f.severity WHEN 'ERROR' THEN 0"
                        + " WHEN 'SUSPECT' THEN 1 WHEN 'WARNING' THEN 2 ELSE 3 END) WHEN 0 THEN 'ERROR'"
                        + " WHEN 1 THEN 'SUSPECT' WHEN 2 THEN 'WARNING' ELSE 'INFO' END,"
                        + " count(DISTINCT t.row_no), count(DISTINCT t.row_no) FILTER (WHERE f.suggestion IS NOT NULL)"
                        + " FROM staged_row t JOIN finding f ON f.submission_id = t.submission_id"
                        + " AND f.received_at = t.received_at AND f.row_no = t.row_no WHERE t.submission_id = ?1"
                        + " AND t.received_at = ?2 AND t.outcome IN ('SUSPECT', 'REJECTED')"
                        + " GROUP BY f.rule ORDER BY 3 DESC, 1")
                .setParameter(1, lot.id())
                .setParameter(2, lot.receivedAt())
                .getResultList();
        return rules.stream()
                .map(rule -> new RuleCount(
                        (String) rule[0],
                        (String) rule[1],
                        ((Number) rule[2]).intValue(),
                        ((Number) rule[3]).intValue()))
                .toList();
    }

    /**
     * Rows that wait for the supplier and in which a rule found something, in the order of the file.
     *
     * @param among only of these rows; empty for all
     */
    @SuppressWarnings("unchecked")
    public List<Integer> openWith(String rule, Collection<Integer> among, int most) {
        return ((List<Number>) em.createNativeQuery("SELECT DISTINCT t.row_no FROM staged_row t JOIN finding f"
                                + " ON f.submission_id = t.submission_id AND f.received_at = t.received_at"
                                + " AND f.row_no = t.row_no WHERE t.submission_id = ?1 AND t.received_at = ?2"
                                + " AND t.outcome IN ('SUSPECT', 'REJECTED') AND f.rule = ?3"
                                + " AND (?4 = 0 OR t.row_no = ANY (?5)) ORDER BY 1 LIMIT ?6")
                        .setParameter(1, lot.id())
                        .setParameter(2, lot.receivedAt())
                        .setParameter(3, rule)
                        .setParameter(4, among.size())
                        .setParameter(5, numbers(among))
                        .setParameter(6, most)
                        .getResultList())
                .stream().map(Number::intValue).toList();
    }

    /** Those of these rows that have one of these outcomes. */
    @SuppressWarnings("unchecked")
    public List<Integer> having(Collection<Integer> rowNos, List<String> outcomes) {
        return ((List<Number>) em.createNativeQuery("SELECT row_no FROM staged_row WHERE submission_id = ?1"
                                + " AND received_at = ?2 AND row_no = ANY (?3) AND outcome = ANY (?4) ORDER BY row_no")
                        .setParameter(1, lot.id())
                        .setParameter(2, lot.receivedAt())
                        .setParameter(3, numbers(rowNos))
                        .setParameter(4, array("text", outcomes.toArray(String[]::new)))
                        .getResultList())
                .stream().map(Number::intValue).toList();
    }

    /** Row numbers as a parameter of a statement. */
    Array numbers(Collection<Integer> rowNos) {
        return array("int4", rowNos.toArray(Integer[]::new));
    }

    private Array array(String type, Object[] values) {
        try {
            return em.unwrap(Connection.class).createArrayOf(type, values);
        } catch (SQLException e) {
            throw new IllegalStateException("no array of " + type, e);
        }
    }

    /** Chinese title of a field; null for none. */
    public static String title(ItemDefinition item, String field) {
        return field == null
                ? null
                : item.field(field).map(FieldDefinition::title).orElse(field);
    }
}
