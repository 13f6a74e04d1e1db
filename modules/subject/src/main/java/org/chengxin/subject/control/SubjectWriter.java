package org.chengxin.subject.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.chengxin.kernel.code.SubjectCode;
import org.chengxin.kernel.code.UnifiedSocialCreditCode;
import org.chengxin.kernel.sql.BulkInsert;
import org.chengxin.kernel.text.NameNormaliser;
import org.chengxin.subject.boundary.Registration;
import org.chengxin.subject.entity.SubjectKind;

/** Registers the subjects of many rows with a handful of statements: new ones, and changes of those known by a code. */
public class SubjectWriter {

    private final Connection connection;
    private final String region;
    private final Instant now;

    /**
     * @param region first digits of the division codes of this installation's region, such as 3205
     */
    public SubjectWriter(Connection connection, String region, Instant now) {
        this.connection = connection;
        this.region = region;
        this.now = now;
    }

    /**
     * Registers each subject, in the order given: what comes later about the same subject is newer.
     *
     * @return the subject's key for each registration, in their order
     */
    public List<Long> register(List<Registration> registrations) throws SQLException {
        Set<String> codes = new HashSet<>();
        registrations.forEach(r -> realCodes(r).forEach(code -> codes.add(code.value())));
        Map<String, Long> known = new HashMap<>();
        new SubjectFinder(connection)
                .byCodes(codes)
                .forEach((code, ids) -> known.put(code, ids.iterator().next()));

        Map<Long, Registration> newest = new LinkedHashMap<>();
        List<Long> subjects = new ArrayList<>(registrations.size());
        Set<Long> fresh = new HashSet<>();
        Iterator<Long> keys = keys(registrations.size());
        for (Registration registration : registrations) {
            Long id = realCodes(registration).stream()
                    .map(code -> known.get(code.value()))
                    .filter(java.util.Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            if (id == null) {
                id = keys.next();
                fresh.add(id);
            }
            Long subject = id;
            realCodes(registration).forEach(code -> known.putIfAbsent(code.value(), subject));
            newest.put(subject, registration);
            subjects.add(subject);
        }
        writeSubjects(newest, fresh);
        writeIdentifiers(subjects, registrations);
        writeNames(subjects, registrations, newest);
        return subjects;
    }

    private void writeSubjects(Map<Long, Registration> newest, Set<Long> fresh) throws SQLException {
        BulkInsert rows = BulkInsert.into(
                "subject",
                "id bigint",
                "public_id text",
                "kind text",
                "name text",
                "code text",
                "division_code text",
                "status text",
                "out_of_region boolean",
                "provisional boolean",
                "created_at timestamptz",
                "updated_at timestamptz");
        newest.forEach((id, registration) -> {
            UnifiedSocialCreditCode code = unified(registration).orElse(null);
            String division = registration.divisionCode() != null
                    ? registration.divisionCode()
                    : code == null ? null : code.divisionCode();
            rows.add(
                    id,
                    UUID.randomUUID(),
                    registration.personal() ? SubjectKind.PERSON : SubjectKind.of(code),
                    registration.name(),
                    code == null ? null : code.value(),
                    division,
                    registration.status(),
                    division != null && !division.startsWith(region),
                    false,
                    now,
                    now);
        });
        rows.execute(
                connection,
                "ON CONFLICT (id) DO UPDATE SET name = excluded.name, code = coalesce(subject.code, excluded.code),"
                        + " status = coalesce(excluded.status, subject.status), provisional = false,"
                        + " division_code = coalesce(excluded.division_code, subject.division_code),"
                        + " out_of_region = excluded.out_of_region, updated_at = excluded.updated_at,"
                        + " version = subject.version + 1");
    }

    private void writeIdentifiers(List<Long> subjects, List<Registration> registrations) throws SQLException {
        BulkInsert rows = BulkInsert.into("subject_identifier", "subject_id bigint", "kind text", "value text");
        for (int i = 0; i < registrations.size(); i++) {
            Long id = subjects.get(i);
            for (SubjectCode.Classified code : realCodes(registrations.get(i))) {
                rows.add(id, code.kind(), code.value());
            }
            // the organisation code is the middle of the unified code, and old records know the subject by it
            unified(registrations.get(i))
                    .ifPresent(code -> rows.add(
                            id,
                            SubjectCode.Kind.ORGANISATION,
                            code.organisationCode().value()));
        }
        rows.execute(connection, "ON CONFLICT (kind, value) DO NOTHING");
    }

    private void writeNames(List<Long> subjects, List<Registration> registrations, Map<Long, Registration> newest)
            throws SQLException {
        Map<Long, Map<String, String>> names = new LinkedHashMap<>();
        for (int i = 0; i < registrations.size(); i++) {
            Map<String, String> ofSubject = names.computeIfAbsent(subjects.get(i), k -> new LinkedHashMap<>());
            Registration registration = registrations.get(i);
            registration.formerNames().forEach(name -> ofSubject.put(NameNormaliser.normalise(name), name));
            ofSubject.put(NameNormaliser.normalise(registration.name()), registration.name());
        }
        try (PreparedStatement statement =
                connection.prepareStatement("UPDATE subject_name SET former = true WHERE subject_id = ANY (?)")) {
            statement.setArray(
                    1, connection.createArrayOf("int8", names.keySet().toArray(Long[]::new)));
            statement.executeUpdate();
        }
        BulkInsert rows =
                BulkInsert.into("subject_name", "subject_id bigint", "normalised text", "name text", "former boolean");
        names.forEach((id, ofSubject) -> {
            String current = NameNormaliser.normalise(newest.get(id).name());
            ofSubject.forEach((normalised, name) -> rows.add(id, normalised, name, !normalised.equals(current)));
        });
        rows.execute(
                connection,
                "ON CONFLICT (subject_id, normalised) DO UPDATE SET former = excluded.former,"
                        + " name = excluded.name");
    }

    private static List<SubjectCode.Classified> realCodes(Registration registration) {
        return registration.codes().stream()
                .filter(code -> code.kind().isCode())
                .toList();
    }

    private static Optional<UnifiedSocialCreditCode> unified(Registration registration) {
        return registration.codes().stream()
                .filter(code -> code.kind() == SubjectCode.Kind.UNIFIED)
                .findFirst()
                .flatMap(code -> UnifiedSocialCreditCode.parse(code.value()));
    }

    private Iterator<Long> keys(int most) throws SQLException {
        // blocks of 500 from one call of the sequence
        int blocks = (most + 499) / 500;
        List<Long> starts = new ArrayList<>();
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT nextval('subject_seq') FROM generate_series(1, ?)")) {
            statement.setInt(1, Math.max(blocks, 1));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    starts.add(rows.getLong(1));
                }
            }
        }
        return starts.stream()
                .flatMapToLong(start -> LongStream.range(start, start + 500))
                .iterator();
    }
}
