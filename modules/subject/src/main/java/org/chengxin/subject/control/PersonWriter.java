package org.chengxin.subject.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.SubjectRole;
import org.chengxin.kernel.code.CitizenId;
import org.chengxin.kernel.code.SubjectCode;
import org.chengxin.kernel.sql.BulkInsert;
import org.chengxin.kernel.text.Masking;
import org.chengxin.kernel.text.NameNormaliser;
import org.chengxin.kernel.time.CivilTime;
import org.chengxin.subject.boundary.PersonReference;
import org.chengxin.subject.boundary.Registration;
import org.chengxin.subject.boundary.SubjectSource;
import org.chengxin.subject.entity.SubjectKind;

/**
 * Finds or registers natural persons, by their citizen's number and by nothing else, and ties them to the organisations
 * they stand for (C04).
 */
public final class PersonWriter {

    private final Connection connection;
    private final Instant now;
    private final SubjectSource source;

    public PersonWriter(Connection connection, Instant now, SubjectSource source) {
        this.connection = connection;
        this.now = now;
        this.source = source;
    }

    /** The person's key for each reference, in their order; null for one without name or valid number. */
    public List<Long> persons(List<PersonReference> references) throws SQLException {
        // in the order of the numbers, so that two transactions wait for each other and never lock each other out
        TreeMap<String, String> names = new TreeMap<>();
        references.forEach(reference -> number(reference)
                .ifPresent(number -> names.putIfAbsent(number, reference.name().strip())));
        Map<String, Long> known = byNumber(names.keySet());
        TreeMap<String, String> missing = new TreeMap<>(names);
        missing.keySet().removeAll(known.keySet());
        if (!missing.isEmpty()) {
            write(missing);
            known.putAll(byNumber(missing.keySet()));
        }
        keepOtherNames(names, known);
        return references.stream()
                .map(reference -> number(reference).map(known::get).orElse(null))
                .toList();
    }

    /**
     * One person, whose name must be one that is on record for the number where the number is on record.
     *
     * @throws BusinessRefusal INVALID PERSON_WITHOUT_NUMBER; CONFLICT PERSON_NAMED_OTHERWISE with name and number masked
     */
    public Long named(PersonReference reference) throws SQLException {
        String number = number(reference).orElseThrow(() -> BusinessRefusal.invalid("PERSON_WITHOUT_NUMBER"));
        Long known = byNumber(Set.of(number)).get(number);
        if (known != null && !isNamed(known, NameNormaliser.normalise(reference.name()))) {
            throw BusinessRefusal.conflict(
                    "PERSON_NAMED_OTHERWISE", Masking.personName(reference.name()), Masking.id(number));
        }
        return persons(List.of(reference)).get(0);
    }

    private boolean isNamed(Long person, String normalised) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT EXISTS (SELECT 1 FROM subject_name WHERE subject_id = ? AND normalised = ?)")) {
            statement.setLong(1, person);
            statement.setString(2, normalised);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static Optional<String> number(PersonReference reference) {
        if (reference == null || reference.name() == null || reference.name().isBlank()) {
            return Optional.empty();
        }
        return CitizenId.parse(reference.citizenId())
                .or(() -> CitizenId.parseOlder(reference.citizenId()))
                .map(CitizenId::value);
    }

    private Map<String, Long> byNumber(Set<String> numbers) throws SQLException {
        Map<String, Long> found = new HashMap<>();
        if (numbers.isEmpty()) {
            return found;
        }
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT value, subject_id FROM subject_identifier WHERE kind = 'CITIZEN_ID' AND value = ANY (?)")) {
            statement.setArray(1, connection.createArrayOf("text", numbers.toArray(String[]::new)));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.put(row.getString(1), row.getLong(2));
                }
            }
        }
        return found;
    }

    /** Somebody else's transaction may register the same person at this moment: then theirs stays and ours goes. */
    private void write(TreeMap<String, String> missing) throws SQLException {
        Iterator<Long> keys = SubjectKeys.take(connection, missing.size());
        Map<Long, String> made = new LinkedHashMap<>();
        BulkInsert subjects = BulkInsert.into(
                "subject",
                "id bigint",
                "public_id text",
                "kind text",
                "name text",
                "created_at timestamptz",
                "updated_at timestamptz");
        BulkInsert identifiers = BulkInsert.into(
                "subject_identifier",
                "subject_id bigint",
                "kind text",
                "value text",
                "source_organisation_id bigint",
                "source_submission_id bigint",
                "recorded_at timestamptz");
        missing.forEach((number, name) -> {
            Long id = keys.next();
            made.put(id, number);
            subjects.add(id, UUID.randomUUID(), SubjectKind.PERSON, name, now, now);
            identifiers.add(
                    id, SubjectCode.Kind.CITIZEN_ID, number, source.organisationId(), source.submissionId(), now);
        });
        subjects.execute(connection);
        List<Long> ours = identifiers.executeReturning(
                connection, "ON CONFLICT (kind, value) DO NOTHING RETURNING subject_id", row -> row.getLong(1));
        SubjectHistory history = new SubjectHistory(connection, now, source);
        Map<Long, String> named = new LinkedHashMap<>();
        ours.forEach(id -> named.put(id, missing.get(made.get(id))));
        history.presentNames(named);
        made.keySet().removeAll(ours);
        if (!made.isEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement("DELETE FROM subject WHERE id = ANY (?)")) {
                statement.setArray(
                        1, connection.createArrayOf("int8", made.keySet().toArray(Long[]::new)));
                statement.executeUpdate();
            }
        }
    }

    /** A name that another source gives the same person is kept beside the first, and does not replace it. */
    private void keepOtherNames(Map<String, String> names, Map<String, Long> known) throws SQLException {
        Map<Long, String> stated = new LinkedHashMap<>();
        names.forEach((number, name) -> stated.put(known.get(number), name));
        new SubjectHistory(connection, now, source).otherNames(stated);
    }

    /**
     * Ties the subjects of registrations to their legal representatives; who stood for them before does not any more.
     *
     * @param newest the registrations by subject
     */
    void legalRepresentatives(Map<Long, Registration> newest) throws SQLException {
        List<Long> organisations = new ArrayList<>();
        List<PersonReference> references = new ArrayList<>();
        List<LocalDate> since = new ArrayList<>();
        newest.forEach((id, registration) -> {
            if (!registration.personal()
                    && number(registration.legalRepresentative()).isPresent()) {
                organisations.add(id);
                references.add(registration.legalRepresentative());
                since.add(registration.since());
            }
        });
        if (organisations.isEmpty()) {
            return;
        }
        List<Long> persons = persons(references);
        endOthers(organisations, persons, since);
        BulkInsert relations = BulkInsert.into(
                "subject_relation",
                "person_id bigint",
                "organisation_id bigint",
                "role text",
                "valid_from date",
                "source_organisation_id bigint",
                "source_submission_id bigint",
                "recorded_at timestamptz");
        for (int i = 0; i < organisations.size(); i++) {
            relations.add(
                    persons.get(i),
                    organisations.get(i),
                    SubjectRole.LEGAL_REPRESENTATIVE,
                    since.get(i),
                    source.organisationId(),
                    source.submissionId(),
                    now);
        }
        relations.execute(
                connection, "ON CONFLICT (organisation_id, role, person_id) WHERE valid_to IS NULL DO NOTHING");
    }

    private void endOthers(List<Long> organisations, List<Long> persons, List<LocalDate> since) throws SQLException {
        LocalDate today = CivilTime.dateOf(now);
        try (PreparedStatement statement = connection.prepareStatement(
                "UPDATE subject_relation r SET valid_to = greatest(x.since::date,"
                        + " r.valid_from) FROM unnest(?::bigint[], ?::bigint[], ?::text[])"
                        + " AS x(organisation_id, person_id, since) WHERE r.organisation_id = x.organisation_id"
                        + " AND r.role = 'LEGAL_REPRESENTATIVE' AND r.valid_to IS NULL AND r.person_id <> x.person_id")) {
            statement.setArray(1, connection.createArrayOf("int8", organisations.toArray(Long[]::new)));
            statement.setArray(2, connection.createArrayOf("int8", persons.toArray(Long[]::new)));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "text",
                            since.stream()
                                    .map(day -> (day == null ? today : day).toString())
                                    .toArray(String[]::new)));
            statement.executeUpdate();
        }
    }
}
