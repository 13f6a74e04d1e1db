package org.chengxin.subject.control;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.code.SubjectCode;
import org.chengxin.kernel.code.UnifiedSocialCreditCode;
import org.chengxin.kernel.sql.BulkInsert;
import org.chengxin.kernel.text.NameNormaliser;
import org.chengxin.subject.boundary.SubjectSource;
import org.chengxin.subject.control.SubjectFinder.Found;
import org.chengxin.subject.control.SubjectFinder.Named;
import org.chengxin.subject.entity.SubjectKind;

/** Opens subjects that nobody has registered yet, so that what is known of them need not wait for their registration. */
public final class ProvisionalSubjects {

    private final Connection connection;
    private final String region;
    private final Instant now;
    private final SubjectSource source;

    public ProvisionalSubjects(Connection connection, String region, Instant now, SubjectSource source) {
        this.connection = connection;
        this.region = region;
        this.now = now;
        this.source = source;
    }

    /**
     * The provisional subject of this name and these codes: the one that is there, or a new one.
     *
     * @param kind what the person who opens it knows; null to take what is certain by code or name
     * @param reason in the words of the person who opens it; may be null
     * @throws BusinessRefusal INVALID SUBJECT_NAME_MISSING; INVALID SUBJECT_KIND_MISSING where nothing says the kind;
     *     INVALID PERSON_IS_NOT_PROVISIONAL for natural persons, who are registered by their number; CONFLICT
     *     SUBJECT_KNOWN where a code or, without codes, the name belongs to a registered subject; CONFLICT
     *     SUBJECT_AMBIGUOUS where codes or the name belong to several
     */
    public Long open(String name, List<SubjectCode.Classified> codes, SubjectKind kind, String reason)
            throws SQLException {
        String normalised = NameNormaliser.normalise(name);
        if (normalised.isEmpty()) {
            throw BusinessRefusal.invalid("SUBJECT_NAME_MISSING");
        }
        RegisteredCodes ofSubject = RegisteredCodes.of(codes, false);
        SubjectKind found = kind(name, ofSubject, kind);
        SubjectKeys.lockRegister(connection);
        SubjectFinder finder = new SubjectFinder(connection);
        Found known = known(name, normalised, ofSubject, finder);
        Long id = known == null ? SubjectKeys.take(connection, 1).next() : known.id();
        if (known == null) {
            writeSubject(id, name, ofSubject, found);
            new SubjectHistory(connection, now, source).presentNames(Map.of(id, name.strip()));
            new SubjectMerging(connection, now, source).opened(id, reason);
        }
        writeCodes(id, ofSubject);
        return id;
    }

    private static SubjectKind kind(String name, RegisteredCodes codes, SubjectKind stated) {
        // an office shares its code's first characters with the enterprises
        boolean saidBetter =
                stated == SubjectKind.REPRESENTATIVE_OFFICE || codes.unified().isEmpty();
        SubjectKind kind = stated != null && saidBetter
                ? stated
                : SubjectKind.find(
                                codes.unified().orElse(null),
                                codes.registration().orElse(null),
                                null,
                                name)
                        .orElse(null);
        if (kind == null) {
            throw BusinessRefusal.invalid("SUBJECT_KIND_MISSING", name);
        }
        if (kind == SubjectKind.PERSON) {
            throw BusinessRefusal.invalid("PERSON_IS_NOT_PROVISIONAL");
        }
        return kind;
    }

    private Found known(String name, String normalised, RegisteredCodes codes, SubjectFinder finder)
            throws SQLException {
        Set<String> asked = new HashSet<>(codes.values());
        asked.addAll(codes.inside());
        Set<Found> holders = new HashSet<>();
        finder.holders(asked).values().forEach(holders::addAll);
        holders.removeIf(subject -> subject.kind() == SubjectKind.PERSON);
        if (holders.size() > 1) {
            throw BusinessRefusal.conflict("SUBJECT_AMBIGUOUS", name);
        }
        if (holders.stream().anyMatch(subject -> !subject.provisional())) {
            throw BusinessRefusal.conflict("SUBJECT_KNOWN", name);
        }
        if (!holders.isEmpty()) {
            return holders.iterator().next();
        }
        List<Named> bearers = finder.bearers(Set.of(normalised)).getOrDefault(normalised, List.of());
        if (codes.values().isEmpty()
                && bearers.stream().anyMatch(n -> !n.former() && !n.subject().provisional())) {
            throw BusinessRefusal.conflict("SUBJECT_KNOWN", name);
        }
        List<Found> namesakes = bearers.stream()
                .map(Named::subject)
                .filter(Found::provisional)
                .distinct()
                .toList();
        Map<Long, Map<SubjectCode.Kind, Set<String>>> theirs = new IdentifierReading(connection)
                .byKind(namesakes.stream().map(Found::id).toList());
        List<Found> fitting = namesakes.stream()
                .filter(subject ->
                        !RegisteredCodes.contradict(theirs.getOrDefault(subject.id(), Map.of()), codes.kept()))
                .toList();
        if (fitting.size() > 1) {
            throw BusinessRefusal.conflict("SUBJECT_AMBIGUOUS", name);
        }
        return fitting.isEmpty() ? null : fitting.get(0);
    }

    private void writeSubject(Long id, String name, RegisteredCodes codes, SubjectKind kind) throws SQLException {
        String division = codes.division().orElse(null);
        BulkInsert.into(
                        "subject",
                        "id bigint",
                        "public_id text",
                        "kind text",
                        "name text",
                        "division_code text",
                        "out_of_region boolean",
                        "provisional boolean",
                        "created_at timestamptz",
                        "updated_at timestamptz")
                .add(
                        id,
                        UUID.randomUUID(),
                        kind,
                        name.strip(),
                        division,
                        division != null && !division.startsWith(region),
                        true,
                        now,
                        now)
                .execute(connection);
    }

    private void writeCodes(Long id, RegisteredCodes codes) throws SQLException {
        BulkInsert rows = BulkInsert.into(
                "subject_identifier",
                "subject_id bigint",
                "kind text",
                "value text",
                "source_organisation_id bigint",
                "source_submission_id bigint",
                "recorded_at timestamptz");
        codes.kept().forEach((kind, values) -> new TreeSet<>(values)
                .forEach(value -> rows.add(id, kind, value, source.organisationId(), source.submissionId(), now)));
        rows.execute(connection, "ON CONFLICT (kind, value) DO NOTHING");
        String unified = codes.unified().map(UnifiedSocialCreditCode::value).orElse(null);
        if (unified != null) {
            try (java.sql.PreparedStatement statement = connection.prepareStatement(
                    "UPDATE subject SET code = ?, updated_at = ?::timestamptz, version = version + 1"
                            + " WHERE id = ? AND code IS NULL")) {
                statement.setString(1, unified);
                statement.setString(2, now.toString());
                statement.setLong(3, id);
                statement.executeUpdate();
            }
        }
    }
}
