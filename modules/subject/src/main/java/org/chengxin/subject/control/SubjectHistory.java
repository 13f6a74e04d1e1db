package org.chengxin.subject.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chengxin.kernel.code.SubjectCode;
import org.chengxin.kernel.sql.BulkInsert;
import org.chengxin.kernel.text.NameNormaliser;
import org.chengxin.kernel.time.CivilTime;
import org.chengxin.subject.boundary.Registration;
import org.chengxin.subject.boundary.SubjectSource;

/**
 * Writes identifiers and names over time: what a newer registration replaces stays, with the day it ended, since old
 * records know the subject by it. What nobody dated begins and ends on no day but is recorded when it came.
 */
final class SubjectHistory {

    private static final String UNLESS_KNOWN = "WHERE NOT EXISTS (SELECT 1 FROM subject_name n"
            + " WHERE n.subject_id = x.subject_id AND n.normalised = x.normalised)";

    private final Connection connection;
    private final Instant now;
    private final SubjectSource source;

    SubjectHistory(Connection connection, Instant now, SubjectSource source) {
        this.connection = connection;
        this.now = now;
        this.source = source;
    }

    /** Codes of all registrations; those of the newest registration of a subject end what it had of the same kind. */
    void identifiers(List<Long> subjects, List<Registration> registrations, Map<Long, Registration> newest)
            throws SQLException {
        BulkInsert rows = BulkInsert.into(
                "subject_identifier",
                "subject_id bigint",
                "kind text",
                "value text",
                "valid_from date",
                "source_organisation_id bigint",
                "source_submission_id bigint",
                "recorded_at timestamptz");
        // each once: a statement may not change a row twice
        Map<String, Object[]> once = new LinkedHashMap<>();
        for (int i = 0; i < registrations.size(); i++) {
            Long id = subjects.get(i);
            Registration registration = registrations.get(i);
            kept(registration)
                    .forEach((kind, values) ->
                            values.forEach(value -> once.putIfAbsent(kind + " " + value, new Object[] {
                                id,
                                kind,
                                value,
                                registration.since(),
                                source.organisationId(),
                                source.submissionId(),
                                now
                            })));
        }
        once.values().forEach(rows::add);
        // stated again, it holds again; another's code is not taken
        rows.execute(
                connection,
                "ON CONFLICT (kind, value) DO UPDATE SET valid_to = NULL"
                        + " WHERE subject_identifier.subject_id = excluded.subject_id"
                        + " AND subject_identifier.valid_to IS NOT NULL");
        endReplaced(newest);
    }

    private void endReplaced(Map<Long, Registration> newest) throws SQLException {
        List<Long> ids = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        List<String> values = new ArrayList<>();
        List<String> since = new ArrayList<>();
        newest.forEach((id, registration) -> kept(registration)
                .forEach((kind, ofKind) -> ofKind.forEach(value -> {
                    ids.add(id);
                    kinds.add(kind.name());
                    values.add(value);
                    since.add(day(registration.since()).toString());
                })));
        if (ids.isEmpty()) {
            return;
        }
        try (PreparedStatement statement =
                connection.prepareStatement("WITH stated AS (SELECT * FROM unnest(?::bigint[], ?::text[], ?::text[],"
                        + " ?::text[]) AS x(subject_id, kind, value, since))"
                        + " UPDATE subject_identifier i SET valid_to = greatest(x.since::date, i.valid_from)"
                        + " FROM (SELECT DISTINCT subject_id, kind, since FROM stated) x"
                        + " WHERE i.subject_id = x.subject_id AND i.kind = x.kind AND i.valid_to IS NULL"
                        + " AND NOT EXISTS (SELECT 1 FROM stated s WHERE s.subject_id = i.subject_id"
                        + " AND s.kind = i.kind AND s.value = i.value)")) {
            statement.setArray(1, connection.createArrayOf("int8", ids.toArray(Long[]::new)));
            statement.setArray(2, connection.createArrayOf("text", kinds.toArray(String[]::new)));
            statement.setArray(3, connection.createArrayOf("text", values.toArray(String[]::new)));
            statement.setArray(4, connection.createArrayOf("text", since.toArray(String[]::new)));
            statement.executeUpdate();
        }
    }

    /** Names of all registrations; the newest one's is the present name, what was one before has ended. */
    void names(List<Long> subjects, List<Registration> registrations, Map<Long, Registration> newest)
            throws SQLException {
        BulkInsert current = names();
        List<String> normalised = new ArrayList<>();
        List<String> since = new ArrayList<>();
        newest.forEach((id, registration) -> {
            String name = NameNormaliser.normalise(registration.name());
            normalised.add(name);
            since.add(day(registration.since()).toString());
            add(current, id, name, registration.name(), false, registration.since());
        });
        end(newest.keySet(), normalised, since);
        current.execute(connection, "ON CONFLICT (subject_id) WHERE NOT former DO UPDATE SET name = excluded.name");

        BulkInsert former = names();
        Map<String, Boolean> once = new LinkedHashMap<>();
        for (int i = 0; i < registrations.size(); i++) {
            Long id = subjects.get(i);
            List<String> stated = new ArrayList<>(registrations.get(i).formerNames());
            stated.add(registrations.get(i).name());
            for (String name : stated) {
                String key = NameNormaliser.normalise(name);
                if (!key.isEmpty() && once.put(id + " " + key, true) == null) {
                    add(former, id, key, name, true, null);
                }
            }
        }
        former.execute(connection, UNLESS_KNOWN);
    }

    /** Present names that are not these any more. */
    private void end(Set<Long> ids, List<String> normalised, List<String> since) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("UPDATE subject_name n SET former = true,"
                + " valid_to = greatest(x.since::date, n.valid_from)"
                + " FROM unnest(?::bigint[], ?::text[], ?::text[]) AS x(subject_id, normalised, since)"
                + " WHERE n.subject_id = x.subject_id AND NOT n.former AND n.normalised <> x.normalised")) {
            statement.setArray(1, connection.createArrayOf("int8", ids.toArray(Long[]::new)));
            statement.setArray(2, connection.createArrayOf("text", normalised.toArray(String[]::new)));
            statement.setArray(3, connection.createArrayOf("text", since.toArray(String[]::new)));
            statement.executeUpdate();
        }
    }

    private static BulkInsert names() {
        return BulkInsert.into(
                "subject_name",
                "subject_id bigint",
                "normalised text",
                "name text",
                "former boolean",
                "valid_from date",
                "source_organisation_id bigint",
                "source_submission_id bigint",
                "recorded_at timestamptz");
    }

    /** First names of new subjects. */
    void presentNames(Map<Long, String> names) throws SQLException {
        BulkInsert rows = names();
        names.forEach((id, name) -> add(rows, id, NameNormaliser.normalise(name), name, false, null));
        rows.execute(connection);
    }

    /** Further names, where the subject does not have them yet; its present name stays. */
    void otherNames(Map<Long, String> names) throws SQLException {
        BulkInsert rows = names();
        names.forEach((id, name) -> add(rows, id, NameNormaliser.normalise(name), name, true, null));
        rows.execute(connection, UNLESS_KNOWN);
    }

    private void add(BulkInsert rows, Long id, String normalised, String name, boolean former, LocalDate since) {
        rows.add(id, normalised, name, former, since, source.organisationId(), source.submissionId(), now);
    }

    private static Map<SubjectCode.Kind, Set<String>> kept(Registration registration) {
        return RegisteredCodes.of(registration.codes(), registration.personal()).kept();
    }

    private LocalDate day(LocalDate stated) {
        return stated == null ? CivilTime.dateOf(now) : stated;
    }
}
