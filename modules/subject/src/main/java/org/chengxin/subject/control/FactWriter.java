package org.chengxin.subject.control;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chengxin.kernel.sql.BulkInsert;
import org.chengxin.kernel.text.NameNormaliser;
import org.chengxin.subject.boundary.SubjectFact;
import org.chengxin.subject.boundary.SubjectsMerged.Merge;
import org.chengxin.subject.entity.SubjectAttribute;

/** Writes facts and the conflicts that come and go with them: four statements, however many facts there are. */
public class FactWriter {

    private record Source(Long subjectId, SubjectAttribute attribute, Long organisationId, String itemCode) {}

    private record Attribute(Long subjectId, SubjectAttribute attribute) {}

    private static final String NEWER =
            "ON CONFLICT (subject_id, attribute, organisation_id, item_code) DO UPDATE SET value = excluded.value,"
                    + " value_key = excluded.value_key, stated_on = excluded.stated_on,"
                    + " received_at = excluded.received_at, record_no = excluded.record_no"
                    + " WHERE excluded.stated_on IS NULL OR subject_fact.stated_on IS NULL"
                    + " OR excluded.stated_on >= subject_fact.stated_on";

    private final Connection connection;
    private final Instant now;

    public FactWriter(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    /**
     * What comes later in the list about the same thing from the same source is newer. One writer at a time: two that do
     * not see each other's statements would both find that nothing differs.
     */
    public void write(List<SubjectFact> facts) throws SQLException {
        if (facts.isEmpty()) {
            return;
        }
        SubjectKeys.lockFacts(connection);
        Map<Source, SubjectFact> latest = new LinkedHashMap<>();
        Set<Attribute> touched = new LinkedHashSet<>();
        for (SubjectFact fact : facts) {
            latest.merge(
                    new Source(fact.subjectId(), fact.attribute(), fact.organisationId(), fact.itemCode()),
                    fact,
                    (old, fresh) -> isOlder(fresh, old) ? old : fresh);
            touched.add(new Attribute(fact.subjectId(), fact.attribute()));
        }
        writeFacts(latest.values());
        noteConflicts(touched);
    }

    /** What was said of merged subjects is said of those that are left; of one source's statements the newer holds. */
    void follow(List<Merge> merges) throws SQLException {
        SubjectKeys.lockFacts(connection);
        Set<Attribute> touched = new LinkedHashSet<>();
        merges.forEach(merge -> Arrays.stream(SubjectAttribute.values())
                .forEach(attribute -> touched.add(new Attribute(merge.to(), attribute))));
        Object[] from = merges.stream().map(Merge::from).toArray();
        Object[] to = merges.stream().map(Merge::to).toArray();
        try (PreparedStatement move = connection.prepareStatement("WITH moved AS (DELETE FROM subject_fact f"
                + " USING unnest(?::bigint[], ?::bigint[]) AS m(from_id, to_id) WHERE f.subject_id = m.from_id"
                + " RETURNING m.to_id, f.*) INSERT INTO subject_fact (subject_id, attribute, organisation_id, item_code,"
                + " value, value_key, stated_on, received_at, record_no)"
                + " SELECT DISTINCT ON (to_id, attribute, organisation_id, item_code) to_id, attribute, organisation_id,"
                + " item_code, value, value_key, stated_on, received_at, record_no FROM moved"
                + " ORDER BY to_id, attribute, organisation_id, item_code, stated_on DESC NULLS LAST, received_at DESC "
                + NEWER)) {
            move.setArray(1, connection.createArrayOf("int8", from));
            move.setArray(2, connection.createArrayOf("int8", to));
            move.executeUpdate();
        }
        try (PreparedStatement clear =
                connection.prepareStatement("DELETE FROM subject_conflict WHERE subject_id = ANY (?)")) {
            clear.setArray(1, connection.createArrayOf("int8", from));
            clear.executeUpdate();
        }
        noteConflicts(touched);
    }

    private static boolean isOlder(SubjectFact fact, SubjectFact other) {
        return fact.statedOn() != null
                && other.statedOn() != null
                && fact.statedOn().isBefore(other.statedOn());
    }

    private void writeFacts(Collection<SubjectFact> facts) throws SQLException {
        BulkInsert rows = BulkInsert.into(
                "subject_fact",
                "subject_id bigint",
                "attribute text",
                "organisation_id bigint",
                "item_code text",
                "value text",
                "value_key text",
                "stated_on date",
                "received_at timestamptz",
                "record_no text");
        facts.forEach(fact -> rows.add(
                fact.subjectId(),
                fact.attribute(),
                fact.organisationId(),
                fact.itemCode(),
                fact.value(),
                key(fact),
                fact.statedOn(),
                fact.receivedAt(),
                fact.recordNo()));
        rows.execute(connection, NEWER);
    }

    /** The form in which values are compared: spelling is no conflict. */
    static String key(SubjectFact fact) {
        return switch (fact.attribute()) {
            case REGISTERED_CAPITAL -> number(fact.value());
            case ESTABLISHED_ON -> fact.value();
            default -> NameNormaliser.normalise(fact.value());
        };
    }

    private static String number(String value) {
        try {
            return new BigDecimal(value).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException notANumber) {
            return value;
        }
    }

    private void noteConflicts(Set<Attribute> touched) throws SQLException {
        Object[] subjects = touched.stream().map(Attribute::subjectId).toArray(Long[]::new);
        Object[] attributes = touched.stream().map(a -> a.attribute().name()).toArray(String[]::new);
        String these = " FROM unnest(?::bigint[], ?::text[]) AS x(subject_id, attribute)";
        String differ = " (SELECT count(DISTINCT f.value_key) FROM subject_fact f"
                + " WHERE f.subject_id = x.subject_id AND f.attribute = x.attribute) > 1";
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO subject_conflict (subject_id, attribute, found_at) SELECT x.subject_id, x.attribute, ?"
                        + these + " WHERE" + differ + " ON CONFLICT DO NOTHING")) {
            insert.setObject(1, now.atOffset(java.time.ZoneOffset.UTC));
            insert.setArray(2, connection.createArrayOf("int8", subjects));
            insert.setArray(3, connection.createArrayOf("text", attributes));
            insert.executeUpdate();
        }
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM subject_conflict c USING"
                + these.substring(" FROM".length())
                + " WHERE c.subject_id = x.subject_id AND c.attribute = x.attribute AND NOT" + differ)) {
            delete.setArray(1, connection.createArrayOf("int8", subjects));
            delete.setArray(2, connection.createArrayOf("text", attributes));
            delete.executeUpdate();
        }
    }
}
