package org.chengxin.subject.control;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.code.UnifiedSocialCreditCode;
import org.chengxin.kernel.sql.BulkInsert;
import org.chengxin.kernel.text.NameNormaliser;
import org.chengxin.subject.boundary.Registration;
import org.chengxin.subject.boundary.SubjectSource;
import org.chengxin.subject.boundary.SubjectsMerged.Merge;
import org.chengxin.subject.control.SubjectFinder.Found;
import org.chengxin.subject.control.SubjectFinder.Named;
import org.chengxin.subject.entity.SubjectKind;

/** Registers the subjects of many rows with a handful of statements: new ones, and changes of those known by a code. */
public class SubjectWriter {

    private static final String UPDATE = "ON CONFLICT (id) DO UPDATE SET name = excluded.name,"
            // certain by the unified code; what was said of a provisional subject is worth less than its registration
            + " kind = CASE WHEN subject.provisional OR excluded.code IS NOT NULL THEN excluded.kind"
            + " ELSE subject.kind END,"
            + " code = coalesce(excluded.code, subject.code),"
            + " status = coalesce(excluded.status, subject.status), provisional = false,"
            + " division_code = coalesce(excluded.division_code, subject.division_code),"
            + " out_of_region = CASE WHEN excluded.division_code IS NULL THEN subject.out_of_region"
            + " ELSE excluded.out_of_region END,"
            + " without_code_reason = CASE WHEN coalesce(excluded.code, subject.code) IS NULL"
            + " THEN coalesce(excluded.without_code_reason, subject.without_code_reason) END,"
            + " updated_at = excluded.updated_at, version = subject.version + 1";

    private final Connection connection;
    private final String region;
    private final Instant now;
    private final SubjectSource source;

    /**
     * @param region first digits of the division codes of this installation's region, such as 3205
     */
    public SubjectWriter(Connection connection, String region, Instant now, SubjectSource source) {
        this.connection = connection;
        this.region = region;
        this.now = now;
        this.source = source;
    }

    /**
     * What came of registrations.
     *
     * @param subjects the subject's key for each registration, in their order
     * @param merges provisional subjects that turned out to be registered ones; their records are to be moved
     */
    public record Registered(List<Long> subjects, List<Merge> merges) {}

    /**
     * Registers each subject, in the order given: what comes later about the same subject is newer.
     *
     * @throws BusinessRefusal INVALID PERSON_WITHOUT_NUMBER for a natural person without a citizen's number
     */
    public Registered register(List<Registration> registrations) throws SQLException {
        if (registrations.isEmpty()) {
            return new Registered(List.of(), List.of());
        }
        SubjectKeys.lockRegister(connection);
        RegistrationPlan plan = plan(registrations);
        Map<Long, Registration> newest = new LinkedHashMap<>();
        for (int i = 0; i < registrations.size(); i++) {
            newest.put(plan.subjects().get(i), registrations.get(i));
        }
        List<Merge> merges = plan.merges();
        SubjectMerging merging = new SubjectMerging(connection, now, source);
        merging.merge(merges, "REGISTRATION");
        writeSubjects(newest, plan);
        SubjectHistory history = new SubjectHistory(connection, now, source);
        history.identifiers(plan.subjects(), registrations, newest);
        history.names(plan.subjects(), registrations, newest);
        merging.arrived(plan.arrived());
        merging.ask(plan.doubts());
        new PersonWriter(connection, now, source).legalRepresentatives(newest);
        return new Registered(plan.subjects(), merges);
    }

    private RegistrationPlan plan(List<Registration> registrations) throws SQLException {
        Set<String> codes = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (Registration registration : registrations) {
            RegisteredCodes ofRow = RegisteredCodes.of(registration.codes(), registration.personal());
            if (registration.personal() && ofRow.citizenId().isEmpty()) {
                throw BusinessRefusal.invalid("PERSON_WITHOUT_NUMBER");
            }
            codes.addAll(ofRow.values());
            codes.addAll(ofRow.inside());
            Stream.concat(Stream.of(registration.name()), registration.formerNames().stream())
                    .map(NameNormaliser::normalise)
                    .forEach(names::add);
        }
        SubjectFinder finder = new SubjectFinder(connection);
        Map<String, Set<Found>> holders = finder.holders(codes);
        Map<String, List<Named>> bearers = finder.bearers(names);
        Set<Long> provisional = Stream.concat(
                        holders.values().stream().flatMap(Set::stream),
                        bearers.values().stream().flatMap(List::stream).map(Named::subject))
                .filter(Found::provisional)
                .map(Found::id)
                .collect(Collectors.toSet());
        RegistrationPlan plan = new RegistrationPlan(
                holders,
                bearers,
                new IdentifierReading(connection).byKind(provisional),
                new SubjectMerging(connection, now, source).different(provisional));
        plan.make(registrations, SubjectKeys.take(connection, registrations.size()));
        return plan;
    }

    private void writeSubjects(Map<Long, Registration> newest, RegistrationPlan plan) throws SQLException {
        Map<String, Long> unifiedHolder = unifiedHolders(newest);
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
                "without_code_reason text",
                "created_at timestamptz",
                "updated_at timestamptz");
        newest.forEach((id, registration) -> {
            RegisteredCodes codes = RegisteredCodes.of(registration.codes(), registration.personal());
            // a code that another registered subject holds is a question for a person and not taken from it
            String code = codes.unified()
                    .map(UnifiedSocialCreditCode::value)
                    .filter(value -> unifiedHolder.getOrDefault(value, id).equals(id))
                    .orElse(null);
            // some sources give the place by name; its code is then the one inside the registration
            String stated = registration.divisionCode();
            String division = stated != null && stated.matches("[1-9][0-9]{5}")
                    ? stated
                    : codes.division().orElse(null);
            rows.add(
                    id,
                    UUID.randomUUID(),
                    kind(registration, codes),
                    registration.name(),
                    code,
                    division,
                    registration.status(),
                    division != null && !division.startsWith(region),
                    false,
                    code == null ? registration.withoutCodeReason() : null,
                    now,
                    now);
        });
        rows.execute(connection, UPDATE);
    }

    /** Who holds the unified codes, after merging; in this lot the first who states one. */
    private Map<String, Long> unifiedHolders(Map<Long, Registration> newest) throws SQLException {
        Map<String, Long> stated = new LinkedHashMap<>();
        newest.forEach((id, registration) -> RegisteredCodes.of(registration.codes(), registration.personal())
                .unified()
                .ifPresent(code -> stated.putIfAbsent(code.value(), id)));
        Map<String, Long> holders = new HashMap<>(stated);
        new SubjectFinder(connection)
                .byCodes(stated.keySet())
                .forEach((code, ids) -> holders.put(code, ids.iterator().next()));
        return holders;
    }

    private static SubjectKind kind(Registration registration, RegisteredCodes codes) {
        if (registration.personal()) {
            return SubjectKind.PERSON;
        }
        return SubjectKind.find(
                        codes.unified().orElse(null),
                        codes.registration().orElse(null),
                        registration.statedKind(),
                        registration.name())
                // registers list organisations only, so that what is no named kind is S0's residual one: 其他经济组织
                .orElse(codes.ownersTaxNumber() ? SubjectKind.INDIVIDUAL_BUSINESS : SubjectKind.OTHER_ORGANISATION);
    }
}
