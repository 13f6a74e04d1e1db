package org.chengxin.intake.control;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chengxin.intake.boundary.UnmatchedGroup;
import org.chengxin.intake.boundary.UnmatchedRow;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.text.Masking;

/** Reads the credit centre's queue of rows without a subject, grouped by what they say of it. */
public class UnmatchedReading {

    static final String WAITING = " FROM staged_row t JOIN submission s ON s.id = t.submission_id"
            + " WHERE t.outcome = 'UNMATCHED' AND s.state NOT IN ('RETURNED', 'REFUSED')";
    static final String NAME = "coalesce(t.subject_name, '')";
    static final String CODE = "coalesce(t.subject_code, '')";

    private static final Pattern ID = Pattern.compile("([0-9a-z]{1,12})-([0-9]{1,9})-([0-9a-f]{4})");

    private final EntityManager em;

    public UnmatchedReading(EntityManager em) {
        this.em = em;
    }

    /**
     * What the rows of a group have in common; both are personal data where the group is a person, so that addresses and
     * cursors, which stand in logs, name a group by one of its rows.
     *
     * @param name as the rows give it; empty for none
     * @param code the first code of the rows, in the clear; empty for none
     */
    public record Reference(String name, String code) {

        private static final int DIGITS = 4;

        /** Tells whether a row still says the same; too short to say anything of what it says. */
        private String check() {
            return Digests.hex(Digests.sha256(), name + '\u001F' + code).substring(0, DIGITS);
        }

        String id(long submission, int row) {
            return Long.toString(submission, Character.MAX_RADIX) + "-" + row + "-" + check();
        }
    }

    /** What an id stands for; empty for an id of nothing, and when its row says something else by now. */
    @SuppressWarnings("unchecked")
    public Optional<Reference> find(String id) {
        Matcher parts = ID.matcher(id == null ? "" : id);
        if (!parts.matches()) {
            return Optional.empty();
        }
        List<Object[]> rows = em.createNativeQuery("SELECT " + NAME + ", " + CODE + " FROM submission s"
                        + " JOIN staged_row t ON t.submission_id = s.id AND t.received_at = s.received_at"
                        + " WHERE s.id = ?1 AND t.row_no = ?2")
                .setParameter(1, Long.parseLong(parts.group(1), Character.MAX_RADIX))
                .setParameter(2, Integer.parseInt(parts.group(2)))
                .getResultList();
        return rows.stream()
                .map(row -> new Reference((String) row[0], (String) row[1]))
                .filter(reference -> reference.check().equals(parts.group(3)))
                .findFirst();
    }

    /**
     * What an id stands for.
     *
     * @throws BusinessRefusal NOT_FOUND GROUP_UNKNOWN
     */
    public Reference reference(String id) {
        return find(id).orElseThrow(() -> BusinessRefusal.notFound("GROUP_UNKNOWN"));
    }

    /** Groups in the order of their names, from after one on; the index gives them in that order. */
    public List<UnmatchedGroup> groups(String fragment, Reference after, int most) {
        return groups(fragment, after, null, most);
    }

    /** A group; empty when nothing of it waits any more. */
    public Optional<UnmatchedGroup> group(Reference reference) {
        return groups(null, null, reference, 1).stream().findFirst();
    }

    @SuppressWarnings("unchecked")
    private List<UnmatchedGroup> groups(String fragment, Reference after, Reference only, int most) {
        List<Object[]> rows = em.createNativeQuery("SELECT g.name, g.code, g.rows, g.lots, g.oldest,"
                        + " g.submission_id, g.row_no, (SELECT"
                        + " string_agg(o.name, '、' ORDER BY o.id) FROM organisation o WHERE o.id = ANY (g.suppliers)),"
                        + " EXISTS (SELECT 1 FROM finding f WHERE f.submission_id = g.submission_id"
                        + " AND f.received_at = g.received_at AND f.row_no = g.row_no"
                        + " AND f.rule IN ('SUBJECT_AMBIGUOUS', 'SUBJECT_CODE_UNKNOWN', 'SUBJECT_CODE_OF_ANOTHER'))"
                        + " FROM (SELECT " + NAME + " AS name, " + CODE + " AS code, count(*) AS rows,"
                        + " count(DISTINCT t.submission_id) AS lots, min(t.received_at) AS oldest,"
                        + " array_agg(DISTINCT s.organisation_id) AS suppliers, min(t.submission_id) AS submission_id,"
                        + " (array_agg(t.received_at ORDER BY t.submission_id, t.row_no))[1] AS received_at,"
                        + " (array_agg(t.row_no ORDER BY t.submission_id, t.row_no))[1] AS row_no"
                        + WAITING + " AND (?1 = '' OR " + NAME + " LIKE ?2 OR " + CODE + " LIKE ?2)"
                        + " AND (" + NAME + ", " + CODE + ") > (?3, ?4)"
                        + " AND (?6 = 0 OR (" + NAME + " = ?7 AND " + CODE + " = ?8))"
                        + " GROUP BY 1, 2 ORDER BY 1, 2 LIMIT ?5) g ORDER BY g.name, g.code")
                .setParameter(1, fragment == null ? "" : fragment.strip())
                .setParameter(2, "%" + escaped(fragment) + "%")
                .setParameter(3, after == null ? "" : after.name())
                .setParameter(4, after == null ? "" : after.code())
                .setParameter(5, most)
                .setParameter(6, only == null ? 0 : 1)
                .setParameter(7, only == null ? "" : only.name())
                .setParameter(8, only == null ? "" : only.code())
                .getResultList();
        return rows.stream()
                .map(row -> new UnmatchedGroup(
                        new Reference((String) row[0], (String) row[1])
                                .id(((Number) row[5]).longValue(), ((Number) row[6]).intValue()),
                        Masking.maskIdsIn((String) row[0]),
                        Masking.maskIdsIn((String) row[1]),
                        (Boolean) row[8],
                        ((Number) row[2]).intValue(),
                        ((Number) row[3]).intValue(),
                        moment(row[4]),
                        (String) row[7]))
                .toList();
    }

    /**
     * Rows of a group, oldest lot first, from after one on.
     *
     * @param afterSubmission number of its lot; empty at the beginning
     */
    @SuppressWarnings("unchecked")
    public List<UnmatchedRow> rows(Reference reference, String afterSubmission, int afterRow, int most) {
        List<Object[]> rows = em.createNativeQuery("SELECT s.no, t.row_no, i.name, i.name_en, o.name, t.title"
                        + WAITING.replace(
                                " WHERE",
                                " JOIN catalogue_item i ON i.id = s.item_id"
                                        + " JOIN organisation o ON o.id = s.organisation_id WHERE")
                        + " AND " + NAME + " = ?1 AND " + CODE + " = ?2 AND (t.submission_id, t.row_no) >"
                        + " (coalesce((SELECT a.id FROM submission a WHERE a.no = ?3), -1), ?4)"
                        + " ORDER BY t.submission_id, t.row_no LIMIT ?5")
                .setParameter(1, reference.name())
                .setParameter(2, reference.code())
                .setParameter(3, afterSubmission)
                .setParameter(4, afterRow)
                .setParameter(5, most)
                .getResultList();
        return rows.stream()
                .map(row -> new UnmatchedRow(
                        (String) row[0],
                        ((Number) row[1]).intValue(),
                        (String) row[2],
                        (String) row[3],
                        (String) row[4],
                        Masking.maskNumbersIn((String) row[5])))
                .toList();
    }

    /** Lot → numbers of its rows in the group, in the order of the lots' keys, in which they are locked. */
    @SuppressWarnings("unchecked")
    public Map<Long, List<Integer>> rowsByLot(Reference reference) {
        Map<Long, List<Integer>> byLot = new TreeMap<>();
        List<Object[]> rows = em.createNativeQuery("SELECT t.submission_id, t.row_no" + WAITING + " AND " + NAME
                        + " = ?1 AND " + CODE + " = ?2 ORDER BY 1, 2")
                .setParameter(1, reference.name())
                .setParameter(2, reference.code())
                .getResultList();
        rows.forEach(row -> byLot.computeIfAbsent(((Number) row[0]).longValue(), k -> new java.util.ArrayList<>())
                .add(((Number) row[1]).intValue()));
        return byLot;
    }

    private static String escaped(String fragment) {
        return fragment == null
                ? ""
                : fragment.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static OffsetDateTime moment(Object value) {
        return value instanceof OffsetDateTime moment
                ? moment
                : (value instanceof Instant instant ? instant : ((java.sql.Timestamp) value).toInstant())
                        .atOffset(ZoneOffset.UTC);
    }
}
