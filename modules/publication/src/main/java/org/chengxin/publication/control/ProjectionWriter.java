package org.chengxin.publication.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chengxin.kernel.Section;
import org.chengxin.kernel.code.SubjectCode;
import org.chengxin.kernel.sql.BulkInsert;
import org.chengxin.publication.boundary.PublicRecord;

/**
 * Writes the projection with a constant number of statements. Rows go in the order of their keys, so that two
 * transactions that publish records of the same subjects wait for each other and never lock each other out.
 */
public final class ProjectionWriter {

    private final Connection connection;

    public ProjectionWriter(Connection connection) {
        this.connection = connection;
    }

    /**
     * A subject to be shown.
     *
     * @param code present code; null for none
     * @param olderCodes older codes of the organisation
     */
    public record SubjectRow(
            String publicId,
            String code,
            String name,
            List<String> formerNames,
            List<String> olderCodes,
            String kind,
            String divisionCode,
            String status) {}

    /**
     * A record to be shown.
     *
     * @param supplierEn English name of the supplier; null where none is known
     * @param series see {@link SeriesKey}; null where the record stands alone
     */
    public record RecordRow(
            String recordNo,
            String publicId,
            Section section,
            String itemCode,
            String item,
            String itemEn,
            String title,
            String supplier,
            String supplierEn,
            String legalBasis,
            LocalDate decidedOn,
            LocalDate publishedOn,
            LocalDate endsOn,
            boolean disputed,
            String series,
            List<PublicRecord.Field> content) {}

    /**
     * Takes records off the portal; numbers that are not there are passed over. A subject of which nothing is left goes
     * with them.
     */
    public void remove(Collection<String> recordNos) throws SQLException {
        if (recordNos.isEmpty()) {
            return;
        }
        SortedSet<String> ordered = new TreeSet<>(recordNos);
        try (PreparedStatement statement =
                connection.prepareStatement("DELETE FROM publication.public_record WHERE record_no = ANY (?)")) {
            statement.setArray(1, connection.createArrayOf("text", ordered.toArray(String[]::new)));
            statement.executeUpdate();
        }
    }

    /**
     * Shows these records and their subjects as they are now.
     *
     * @param subjects all those that the records are of
     */
    public void show(Collection<SubjectRow> subjects, Collection<RecordRow> records, Instant now) throws SQLException {
        showSubjects(subjects, Visibility.of(records), now);
        Map<String, String> divisions = new HashMap<>();
        subjects.forEach(subject -> divisions.put(subject.publicId(), subject.divisionCode()));
        showRecords(records, divisions);
    }

    private void showSubjects(Collection<SubjectRow> subjects, Visibility visibility, Instant now) throws SQLException {
        BulkInsert rows = BulkInsert.into(
                "publication.public_subject",
                "public_id text",
                "code text",
                "name text",
                "former_names text[]",
                "search_text text",
                "kind text",
                "division_code text",
                "status text",
                "identity_until date",
                "good_until date",
                "warning_until date",
                "alert_until date",
                "other_until date",
                "updated_at timestamptz");
        TreeMap<String, String> codes = new TreeMap<>();
        subjects.stream().sorted(Comparator.comparing(SubjectRow::publicId)).forEach(subject -> {
            rows.add(
                    subject.publicId(),
                    isPublicCode(subject.code()) ? subject.code() : null,
                    subject.name(),
                    BulkInsert.arrayLiteral(subject.formerNames()),
                    searchText(subject),
                    subject.kind(),
                    subject.divisionCode(),
                    subject.status(),
                    visibility.until(subject.publicId(), Section.IDENTITY),
                    visibility.until(subject.publicId(), Section.GOOD),
                    visibility.until(subject.publicId(), Section.WARNING),
                    visibility.until(subject.publicId(), Section.ALERT),
                    visibility.until(subject.publicId(), Section.OTHER),
                    now);
            subject.olderCodes().stream()
                    .filter(ProjectionWriter::isPublicCode)
                    .forEach(code -> codes.put(code, subject.publicId()));
        });
        // an unchanged subject is not even offered: the parts of its name that a search looks for would be computed
        // before the conflict is seen, and are the dearest part of a publication. Until when it is visible follows
        // from its records by a trigger, which finds a new subject right already
        rows.execute(
                connection,
                "WHERE NOT EXISTS (SELECT 1 FROM publication.public_subject s WHERE s.public_id = x.public_id"
                        + " AND (s.code, s.name, s.former_names, s.kind, s.division_code, s.status) IS NOT DISTINCT FROM"
                        + " (x.code, x.name, x.former_names::text[], x.kind, x.division_code, x.status))"
                        + " ON CONFLICT (public_id) DO UPDATE SET code = excluded.code, name = excluded.name,"
                        + " former_names = excluded.former_names, search_text = excluded.search_text,"
                        + " kind = excluded.kind, division_code = excluded.division_code, status = excluded.status,"
                        + " updated_at = excluded.updated_at"
                        + " WHERE (public_subject.code, public_subject.name, public_subject.former_names,"
                        + " public_subject.kind, public_subject.division_code, public_subject.status)"
                        + " IS DISTINCT FROM (excluded.code, excluded.name, excluded.former_names, excluded.kind,"
                        + " excluded.division_code, excluded.status)");
        BulkInsert older = BulkInsert.into("publication.public_subject_code", "code text", "public_id text");
        codes.forEach(older::add);
        older.execute(
                connection,
                "ON CONFLICT (code) DO UPDATE SET public_id = excluded.public_id"
                        + " WHERE public_subject_code.public_id <> excluded.public_id");
    }

    private void showRecords(Collection<RecordRow> records, Map<String, String> divisions) throws SQLException {
        BulkInsert rows = BulkInsert.into(
                "publication.public_record",
                "record_no text",
                "public_id text",
                "section text",
                "item_code text",
                "item text",
                "item_en text",
                "title text",
                "supplier text",
                "supplier_en text",
                "division_code text",
                "legal_basis text",
                "decided_on date",
                "published_on date",
                "ends_on date",
                "disputed boolean",
                "series text",
                "form bigint",
                "content jsonb");
        Map<String, Long> forms = new TreeMap<>();
        records.stream()
                .sorted(Comparator.comparing(RecordRow::recordNo))
                .forEach(record -> rows.add(
                        record.recordNo(),
                        record.publicId(),
                        record.section(),
                        record.itemCode(),
                        record.item(),
                        record.itemEn(),
                        record.title(),
                        record.supplier(),
                        record.supplierEn(),
                        divisions.get(record.publicId()),
                        record.legalBasis(),
                        record.decidedOn(),
                        record.publishedOn(),
                        record.endsOn(),
                        record.disputed(),
                        record.series(),
                        forms.computeIfAbsent(ContentJson.form(record.content()), ContentJson::key),
                        ContentJson.values(record.content())));
        BulkInsert described = BulkInsert.into("publication.public_form", "id bigint", "fields jsonb");
        forms.forEach((fields, key) -> described.add(key, fields));
        described.execute(
                connection,
                "WHERE NOT EXISTS (SELECT 1 FROM publication.public_form f WHERE f.id = x.id) ON CONFLICT DO NOTHING");
        rows.execute(
                connection,
                "ON CONFLICT (record_no) DO UPDATE SET public_id = excluded.public_id, section = excluded.section,"
                        + " item_code = excluded.item_code, item = excluded.item, item_en = excluded.item_en,"
                        + " title = excluded.title, supplier = excluded.supplier, supplier_en = excluded.supplier_en,"
                        + " division_code = excluded.division_code, legal_basis = excluded.legal_basis,"
                        + " decided_on = excluded.decided_on, published_on = excluded.published_on,"
                        + " ends_on = excluded.ends_on, disputed = excluded.disputed, series = excluded.series,"
                        + " form = excluded.form, content = excluded.content");
    }

    /** Names as they are searched, today's first. */
    private static String searchText(SubjectRow subject) {
        return Stream.concat(Stream.of(subject.name()), subject.formerNames().stream())
                .map(SearchText::searchable)
                .distinct()
                .collect(Collectors.joining("|"));
    }

    /** A second lock on the same door: whatever the register hands over, a person's number does not pass. */
    private static boolean isPublicCode(String code) {
        if (code == null) {
            return false;
        }
        SubjectCode.Classified classified = SubjectCode.classify(code);
        return classified.kind() != SubjectCode.Kind.TAXPAYER && !classified.isPersonal();
    }
}
