package org.chengxin.publication.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chengxin.kernel.Cursor;
import org.chengxin.kernel.Section;
import org.chengxin.kernel.text.NameNormaliser;
import org.chengxin.publication.boundary.Page;
import org.chengxin.publication.boundary.PublicSubject;
import org.chengxin.publication.boundary.SubjectHit;
import org.chengxin.publication.boundary.SubjectQuestion;
import org.chengxin.publication.control.SubjectReading.SubjectRow;

/**
 * Finds subjects by a fragment of a name. All matches are reached, page by page, in one of two ways (docs/adr/0009):
 *
 * <ul>
 *   <li><b>few</b>: an index over pairs of characters finds them all, and they are ranked: the name itself, names that
 *       begin with the fragment, names that contain it, former names; among these the shortest first.
 *   <li><b>many</b>: to rank a tenth of a million names for every page would be too slow. Names that begin with the
 *       fragment come from an index in their order, which begins with the name itself; then the others in the order of
 *       the register, where one in so many matches anyway.
 * </ul>
 *
 * A sample of the register tells which; a cursor keeps to the way it began.
 */
public final class SubjectSearch {

    /** So many subjects are looked at, in an order that has nothing to do with names … */
    static final int SAMPLE = 4_000;
    /** … and with so many matches among them, one in two hundred, there are many in all. */
    static final int MANY = 20;
    /** With a restriction so many must match it too, or a page is not filled soon enough on the way for many. */
    static final int ENOUGH = 3;

    private static final String FEW = "F";
    private static final String MANY_BEGIN = "B";
    private static final String MANY_CONTAIN = "C";
    private static final int CURSOR_PARTS = 4;

    private static final String HIT_COLUMNS =
            "s.public_id, s.code, s.name, s.former_names, s.kind, s.division_code," + " s.status, s.search_name";
    private static final String PAGE_OF_FEW = "SELECT s.*, char_length(s.search_name) AS length,"
            + " CASE WHEN s.search_name = ? THEN 0 WHEN starts_with(s.search_name, ?) THEN 1"
            + " WHEN position(? IN s.search_name) > 0 THEN 2 ELSE 3 END AS rank FROM (SELECT " + HIT_COLUMNS
            + " FROM visible_subject s";

    private final Connection connection;
    private final LocalDate today;
    private final SubjectReading reading;

    /**
     * @param connection on which {@code publication} is the current schema
     * @param today the application's day in Asia/Shanghai
     */
    public SubjectSearch(Connection connection, LocalDate today) {
        this.connection = connection;
        this.today = today;
        this.reading = new SubjectReading(connection, today);
    }

    /** A subject with its place in the list. */
    private record Row(SubjectRow subject, String cursor) {}

    /** The subject with this present or older code, as the only hit; none if nothing of it is visible. */
    public Page<SubjectHit> byCode(String code) throws SQLException {
        return new Page<>(
                reading.byCode(code)
                        .map(subject -> List.of(new SubjectHit(subject, null)))
                        .orElse(List.of()),
                null);
    }

    /**
     * Subjects with this fragment in a present or former name.
     *
     * @param fragment of at least two characters, as {@link SearchText#fragment} makes it
     * @param wanted its place and section, if any, restrict the list
     */
    public Page<SubjectHit> byName(String fragment, SubjectQuestion wanted, String cursor, int limit)
            throws SQLException {
        Page<SubjectRow> rows = rows(fragment, wanted, cursor, limit);
        if (rows.items().isEmpty()) {
            return Page.empty();
        }
        Map<String, Map<Section, Long>> counts =
                reading.counts(rows.items().stream().map(SubjectRow::publicId).toList());
        List<SubjectHit> hits = new ArrayList<>();
        for (SubjectRow row : rows.items()) {
            PublicSubject subject = row.with(counts);
            hits.add(new SubjectHit(subject, matchedFormerName(subject.name(), subject.formerNames(), fragment)));
        }
        return new Page<>(hits, rows.nextCursor());
    }

    /** The same without counting records. */
    Page<SubjectRow> rows(String fragment, SubjectQuestion wanted, String cursor, int limit) throws SQLException {
        String list = "search:" + fragment + ":" + wanted.place() + ":" + wanted.section();
        Cursor after = Cursor.read(cursor, list, CURSOR_PARTS);
        boolean many =
                after == null ? matchesMany(fragment, wanted) : !after.text(0).equals(FEW);
        List<Row> rows =
                many ? many(list, fragment, wanted, after, limit + 1) : few(list, fragment, wanted, after, limit + 1);
        boolean more = rows.size() > limit;
        List<Row> shown = more ? rows.subList(0, limit) : rows;
        return new Page<>(
                shown.stream().map(Row::subject).toList(),
                more ? shown.get(limit - 1).cursor() : null);
    }

    private boolean matchesMany(String fragment, SubjectQuestion wanted) throws SQLException {
        Conditions match = new Conditions().and("s.search_text LIKE ?", containing(fragment));
        Conditions restricted = restricted(new Conditions().and("s.search_text LIKE ?", containing(fragment)), wanted);
        String columns = "v.search_text, v.division_code" + (wanted.section() == null ? "" : ", v." + flag(wanted));
        String query = "SELECT count(*) FILTER (" + match.sql() + "), count(*) FILTER (" + restricted.sql()
                + ") FROM (SELECT " + columns + " FROM visible_subject v WHERE v.visible_until >= ?"
                + " ORDER BY v.public_id LIMIT ?) s";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            int at = restricted.set(statement, match.set(statement, 1));
            statement.setObject(at, today);
            statement.setInt(at + 1, SAMPLE);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1) >= MANY && row.getInt(2) >= ENOUGH;
            }
        }
    }

    private List<Row> few(String list, String fragment, SubjectQuestion wanted, Cursor after, int most)
            throws SQLException {
        List<String> pairs = NameNormaliser.bigrams(fragment);
        Conditions match = restricted(
                visible()
                        .and("s.bigrams @> ?", connection.createArrayOf("text", pairs.toArray(String[]::new)))
                        .and("s.search_text LIKE ?", containing(fragment)),
                wanted);
        String query = withPlaces(
                "SELECT s.* FROM (" + PAGE_OF_FEW + match.sql()
                        + ") s) s WHERE (s.rank, s.length, s.public_id) > (?, ?, ?)"
                        + " ORDER BY s.rank, s.length, s.public_id LIMIT ?",
                ", s.rank, s.length",
                "s.rank, s.length, s.public_id");
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 1; i <= 3; i++) {
                statement.setString(i, fragment);
            }
            int at = match.set(statement, 4);
            statement.setInt(at, after == null ? -1 : after.number(1));
            statement.setInt(at + 1, after == null ? -1 : after.number(2));
            statement.setString(at + 2, after == null ? "" : after.text(3));
            statement.setInt(at + 3, most);
            return read(
                    statement,
                    (subject, row) -> Cursor.write(list, FEW, row.getInt(10), row.getInt(11), subject.publicId()));
        }
    }

    private List<Row> many(String list, String fragment, SubjectQuestion wanted, Cursor after, int most)
            throws SQLException {
        List<Row> rows = new ArrayList<>();
        if (after == null || after.text(0).equals(MANY_BEGIN)) {
            rows.addAll(beginning(list, fragment, wanted, after, most));
        }
        if (rows.size() < most) {
            boolean continues = after != null && after.text(0).equals(MANY_CONTAIN);
            rows.addAll(containing(list, fragment, wanted, continues ? after.text(3) : "", most - rows.size()));
        }
        return rows;
    }

    private List<Row> beginning(String list, String fragment, SubjectQuestion wanted, Cursor after, int most)
            throws SQLException {
        Conditions match = restricted(
                visible()
                        .and("s.search_name COLLATE \"C\" >= ?", fragment)
                        .and(
                                "s.search_name COLLATE \"C\" < ?",
                                fragment + Character.toString(Character.MAX_CODE_POINT)),
                wanted);
        if (after != null) {
            match.and("(s.search_name COLLATE \"C\", s.public_id) > (?, ?)", after.text(2), after.text(3));
        }
        String order = "s.search_name COLLATE \"C\", s.public_id";
        String query = withPlaces(
                "SELECT " + HIT_COLUMNS + " FROM visible_subject s" + match.sql() + " ORDER BY " + order + " LIMIT ?",
                ", s.search_name",
                order);
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setInt(match.set(statement, 1), most);
            return read(
                    statement,
                    (subject, row) -> Cursor.write(list, MANY_BEGIN, "", row.getString(10), subject.publicId()));
        }
    }

    private List<Row> containing(String list, String fragment, SubjectQuestion wanted, String after, int most)
            throws SQLException {
        Conditions match = restricted(
                visible()
                        .and("s.public_id > ?", after)
                        .and("s.search_text LIKE ?", containing(fragment))
                        .and("NOT starts_with(s.search_text, ?)", fragment),
                wanted);
        String query = withPlaces(
                "SELECT " + HIT_COLUMNS + " FROM visible_subject s" + match.sql() + " ORDER BY s.public_id LIMIT ?",
                "",
                "s.public_id");
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setInt(match.set(statement, 1), most);
            return read(statement, (subject, row) -> Cursor.write(list, MANY_CONTAIN, "", "", subject.publicId()));
        }
    }

    private Conditions visible() {
        return new Conditions().and(SubjectReading.VISIBLE, today);
    }

    private static Conditions restricted(Conditions match, SubjectQuestion wanted) {
        if (wanted.place() != null) {
            match.and("s.division_code >= ?", wanted.place().first())
                    .and("s.division_code < ?", wanted.place().end());
        }
        return wanted.section() == null ? match : match.and("s." + flag(wanted));
    }

    private static String flag(SubjectQuestion wanted) {
        return "has_" + wanted.section().name().toLowerCase(Locale.ROOT);
    }

    /** The names of places are looked up for the page alone. */
    private static String withPlaces(String page, String furtherColumns, String order) {
        return "SELECT " + SubjectReading.COLUMNS + furtherColumns + " FROM (" + page + ") s" + SubjectReading.PLACES
                + " ORDER BY " + order;
    }

    @FunctionalInterface
    private interface PlaceInList {
        String of(SubjectRow subject, ResultSet row) throws SQLException;
    }

    private static List<Row> read(PreparedStatement statement, PlaceInList place) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                SubjectRow subject = SubjectRow.read(row);
                rows.add(new Row(subject, place.of(subject, row)));
            }
        }
        return rows;
    }

    /** The former name that holds the fragment, where today's name does not; else null. */
    static String matchedFormerName(String name, List<String> formerNames, String fragment) {
        if (SearchText.searchable(name).contains(fragment)) {
            return null;
        }
        return formerNames.stream()
                .filter(former -> SearchText.searchable(former).contains(fragment))
                .findFirst()
                .orElse(null);
    }

    private static String containing(String fragment) {
        return "%" + fragment.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
