package org.chengxin.publication.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chengxin.kernel.Section;
import org.chengxin.kernel.text.NameNormaliser;
import org.chengxin.kernel.text.TextCleaning;
import org.chengxin.publication.boundary.Page;
import org.chengxin.publication.boundary.PublicSubject;
import org.chengxin.publication.boundary.SubjectHit;
import org.chengxin.publication.control.PublicReading.SubjectRow;

/**
 * Finds subjects by a fragment of a name through an index over pairs of characters, which is quick from two characters
 * on, and ranks what it found: the name itself, names that begin with the fragment, names that contain it, former names;
 * among these the shortest first.
 */
public final class SubjectSearch {

    /** So many subjects are ranked; two common characters would else make every search sort a tenth of the register. */
    static final int RANKED = 4_000;

    private static final int LONGEST = 200;

    private static final String BY_NAME =
            """
            WITH hit AS MATERIALIZED (
                SELECT s.public_id, s.code, s.name, s.former_names, s.kind, s.division_code, s.status, s.search_text
                  FROM public_subject s
                 WHERE s.bigrams @> ?::text[] AND s.search_text LIKE ?
                   AND EXISTS (SELECT 1 FROM public_record r WHERE r.public_id = s.public_id AND %s)
                 LIMIT ?
            ), ranked AS (
                SELECT h.*, char_length(h.name) AS length,
                       CASE WHEN split_part(h.search_text, '|', 1) = ? THEN 0
                            WHEN starts_with(h.search_text, ?) THEN 1
                            WHEN position(? IN split_part(h.search_text, '|', 1)) > 0 THEN 2
                            ELSE 3 END AS rank
                  FROM hit h
            )
            SELECT %s, s.rank, s.length, (SELECT count(*) FROM hit)
              FROM ranked s %s
             WHERE (s.rank, s.length, s.public_id) > (?, ?, ?)
             ORDER BY s.rank, s.length, s.public_id LIMIT ?
            """.formatted(PublicReading.VISIBLE, PublicReading.SUBJECT_COLUMNS, PublicReading.PLACES);

    private final Connection connection;
    private final LocalDate today;
    private final PublicReading reading;

    public SubjectSearch(Connection connection, LocalDate today, PublicReading reading) {
        this.connection = connection;
        this.today = today;
        this.reading = reading;
    }

    /**
     * What a search by name found.
     *
     * @param bounded there are more than were ranked
     */
    public record Found(Page<SubjectHit> hits, boolean bounded) {}

    /** What was typed, in a form that can be shown again: cleaned and not longer than any name. */
    public static String shown(String text) {
        int[] characters = TextCleaning.prose(text)
                .value()
                .codePoints()
                .filter(c -> Character.getType(c) != Character.SURROGATE)
                .limit(LONGEST)
                .toArray();
        return new String(characters, 0, characters.length);
    }

    /** What is looked for: normalised, without the sign that separates names in the index. */
    public static String fragment(String text) {
        return searchable(shown(text));
    }

    /** A name as it stands in the index. */
    static String searchable(String name) {
        return NameNormaliser.normalise(name).replace("|", "");
    }

    /** The subject with this present or older code, as the only hit; none if nothing of it is visible. */
    public Page<SubjectHit> byCode(String code) throws SQLException {
        return new Page<>(
                reading.subjectByCode(code)
                        .map(subject -> List.of(new SubjectHit(subject, null)))
                        .orElse(List.of()),
                null);
    }

    /**
     * Subjects with this fragment in a present or former name.
     *
     * @param fragment of at least two characters, as {@link #fragment} makes it
     */
    public Found byName(String fragment, String cursor, int limit) throws SQLException {
        String list = "search:" + fragment;
        Cursor after = Cursor.read(cursor, list, 3);
        List<SubjectRow> rows = new ArrayList<>();
        List<String> cursors = new ArrayList<>();
        boolean bounded = false;
        try (PreparedStatement statement = connection.prepareStatement(BY_NAME)) {
            List<String> pairs = NameNormaliser.bigrams(fragment);
            statement.setArray(1, connection.createArrayOf("text", pairs.toArray(String[]::new)));
            statement.setString(2, "%" + likeLiteral(fragment) + "%");
            statement.setObject(3, today);
            statement.setInt(4, RANKED + 1);
            statement.setString(5, fragment);
            statement.setString(6, fragment);
            statement.setString(7, fragment);
            statement.setInt(8, after == null ? -1 : after.number(0));
            statement.setInt(9, after == null ? -1 : after.number(1));
            statement.setString(10, after == null ? "" : after.text(2));
            statement.setInt(11, limit + 1);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    SubjectRow subject = SubjectRow.read(row);
                    rows.add(subject);
                    cursors.add(Cursor.write(list, row.getInt(10), row.getInt(11), subject.publicId()));
                    bounded = row.getLong(12) > RANKED;
                }
            }
        }
        boolean more = rows.size() > limit;
        List<SubjectRow> shown = more ? rows.subList(0, limit) : rows;
        return new Found(new Page<>(hits(shown, fragment), more ? cursors.get(limit - 1) : null), bounded);
    }

    private List<SubjectHit> hits(List<SubjectRow> rows, String fragment) throws SQLException {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<String, Map<Section, Long>> counts =
                reading.counts(rows.stream().map(SubjectRow::publicId).toList());
        List<SubjectHit> hits = new ArrayList<>();
        for (SubjectRow row : rows) {
            PublicSubject subject = row.with(counts);
            hits.add(new SubjectHit(subject, matchedFormerName(subject, fragment)));
        }
        return hits;
    }

    private static String matchedFormerName(PublicSubject subject, String fragment) {
        if (searchable(subject.name()).contains(fragment)) {
            return null;
        }
        return subject.formerNames().stream()
                .filter(name -> searchable(name).contains(fragment))
                .findFirst()
                .orElse(null);
    }

    private static String likeLiteral(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
