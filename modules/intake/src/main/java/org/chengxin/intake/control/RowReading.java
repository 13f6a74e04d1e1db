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
     * @param afterRow from after this row on
     */
    @SuppressWarnings("unchecked")
    public List<RowView> receipts(String outcome, int afterRow, int most) {
        List<Object[]> rows = em.createNativeQuery("SELECT t.row_no, t.outcome, t.record_no, r.state, t.makes_nothing,"
                        + " t.title, t.subject_name, count(f.seq), count(f.suggestion)"
                        + " FROM (SELECT * FROM staged_row WHERE submission_id = ?1 AND received_at = ?2 AND row_no > ?3"
                        + " AND (?4 = '' OR outcome = ?4) ORDER BY row_no LIMIT ?5) t"
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
                .getResultList();
        return rows.stream()
                .map(row -> new RowView(
                        ((Number) row[0]).intValue(),
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        (Boolean) row[4],
                        Masking.maskIdsIn((String) row[5]),
                        Masking.maskIdsIn((String) row[6]),
                        ((Number) row[7]).intValue(),
                        ((Number) row[8]).intValue()))
                .toList();
    }

    /** Rows that wait for the supplier and in which a rule found something, in the order of the file. */
    @SuppressWarnings("unchecked")
    public List<Integer> openWith(String rule, int most) {
        return ((List<Number>) em.createNativeQuery("SELECT DISTINCT t.row_no FROM staged_row t JOIN finding f"
                                + " ON f.submission_id = t.submission_id AND f.received_at = t.received_at"
                                + " AND f.row_no = t.row_no WHERE t.submission_id = ?1 AND t.received_at = ?2"
                                + " AND t.outcome IN ('SUSPECT', 'REJECTED') AND f.rule = ?3 ORDER BY 1 LIMIT ?4")
                        .setParameter(1, lot.id())
                        .setParameter(2, lot.receivedAt())
                        .setParameter(3, rule)
                        .setParameter(4, most)
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
                        .setParameter(3, array("int4", rowNos.toArray(Integer[]::new)))
                        .setParameter(4, array("text", outcomes.toArray(String[]::new)))
                        .getResultList())
                .stream().map(Number::intValue).toList();
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
