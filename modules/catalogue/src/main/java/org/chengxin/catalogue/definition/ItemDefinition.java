package org.chengxin.catalogue.definition;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.chengxin.kernel.DisclosureScope;

/**
 * One version of a catalogue item: what a department sends under a code, and by which rules it is checked.
 *
 * @param code stable code such as {@code PEN-ENV}
 * @param version counted from 1; a record keeps the version it was checked with (E16)
 * @param name Chinese name
 * @param nameEn English name
 * @param sectionRule how the section is found
 * @param negative unfavourable to the subject, so the six fields of D26 are mandatory
 * @param registersSubjects its records make subjects (registration), they do not look for them
 * @param subjectKindRule how the kind of subject is found
 * @param subjectRole what the subject is in its records, a word in upper snake case; {@value #COUNTERPARTY} (相对人)
 *     unless the item says otherwise
 * @param proposedScope proposal on the form and nothing more; null for none. Never a default for a row (G01)
 * @param legalBasis law by which the item is collected
 * @param frequency REAL_TIME, WEEKLY, MONTHLY, QUARTERLY, YEARLY; drives the report of what is overdue (E05)
 * @param titleTemplate title of a record, field names in braces: {@code {kind} {documentNo}}
 * @param dedupeKey names of the fields that make a record the same record; {@value #SUBJECT} stands for the subject
 * @param dedupeFallback used instead where a field of {@code dedupeKey} is blank; empty for none
 * @param seriesKey names of the fields that make records a series (a licence's history, monthly payments); or empty
 * @param fields in the order of the template
 */
public record ItemDefinition(
        String code,
        int version,
        String name,
        String nameEn,
        SectionRule sectionRule,
        boolean negative,
        boolean registersSubjects,
        SubjectKindRule subjectKindRule,
        String subjectRole,
        DisclosureScope proposedScope,
        String legalBasis,
        String frequency,
        String titleTemplate,
        List<String> dedupeKey,
        List<String> dedupeFallback,
        List<String> seriesKey,
        List<FieldDefinition> fields) {

    /** In a key: the subject, by its code, or by its normalised name where it has none. */
    public static final String SUBJECT = "subject";

    /** The role of a subject about which an item says nothing else: 相对人, to whom something was done or given. */
    public static final String COUNTERPARTY = "COUNTERPARTY";

    /** The six things every negative record says (苏府[2003]184号 五(二)); either of the last two will do. */
    private static final List<Set<FieldMeaning>> MANDATORY_WHEN_NEGATIVE = List.of(
            EnumSet.of(FieldMeaning.FACTS),
            EnumSet.of(FieldMeaning.LEGAL_BASIS),
            EnumSet.of(FieldMeaning.RESULT),
            EnumSet.of(FieldMeaning.AUTHORITY),
            EnumSet.of(FieldMeaning.DECIDED_ON),
            EnumSet.of(FieldMeaning.ENDS_ON, FieldMeaning.PERIOD_MONTHS));

    public ItemDefinition {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(name, "name of " + code);
        Objects.requireNonNull(sectionRule, "sectionRule of " + code);
        nameEn = nameEn == null ? name : nameEn;
        subjectKindRule = subjectKindRule == null ? SubjectKindRule.BY_CODE : subjectKindRule;
        subjectRole = subjectRole == null || subjectRole.isBlank() ? COUNTERPARTY : subjectRole;
        titleTemplate = titleTemplate == null ? name : titleTemplate;
        dedupeKey = List.copyOf(dedupeKey);
        dedupeFallback = List.copyOf(dedupeFallback);
        seriesKey = List.copyOf(seriesKey);
        fields = List.copyOf(fields);
        refuseInconsistency(code, fields, dedupeKey, dedupeFallback, seriesKey);
        List<String> missing = missing(negative, fields);
        if (negative && !missing.isEmpty()) {
            throw new IllegalArgumentException(code + ": " + String.join(", ", missing));
        }
    }

    /**
     * What nobody may leave out: the six statements of a negative record (D26), and something by which the subject is
     * found (D32). A statement counts when a row cannot be without it.
     *
     * @return stable words such as {@code MISSING_FACTS}; empty when all is there
     */
    public static List<String> missing(boolean negative, List<FieldDefinition> fields) {
        List<String> missing = new ArrayList<>();
        if (negative) {
            MANDATORY_WHEN_NEGATIVE.stream()
                    .filter(oneOf -> fields.stream().noneMatch(field -> isAlwaysStated(field, oneOf, fields)))
                    .forEach(oneOf -> missing.add("MISSING_" + oneOf.iterator().next()));
        }
        if (fields.stream().noneMatch(field -> field.meaning().identifiesSubject())) {
            missing.add("MISSING_" + FieldMeaning.SUBJECT_NAME);
        }
        return List.copyOf(missing);
    }

    private static boolean isAlwaysStated(
            FieldDefinition field, Set<FieldMeaning> oneOf, List<FieldDefinition> fields) {
        if (!oneOf.contains(field.meaning())) {
            return false;
        }
        // a group with a stranger in it could be satisfied by the stranger
        return field.required()
                || field.requiredGroup() != null
                        && fields.stream()
                                .filter(other -> field.requiredGroup().equals(other.requiredGroup()))
                                .allMatch(other -> oneOf.contains(other.meaning()));
    }

    private static void refuseInconsistency(
            String code, List<FieldDefinition> fields, List<String> key, List<String> fallback, List<String> series) {
        Set<String> names = new HashSet<>();
        names.add(SUBJECT);
        for (FieldDefinition field : fields) {
            if (!names.add(field.name())) {
                throw new IllegalArgumentException(code + ": field " + field.name() + " twice");
            }
        }
        for (List<String> keys : List.of(key, fallback, series)) {
            for (String name : keys) {
                if (!names.contains(name)) {
                    throw new IllegalArgumentException(code + ": key names the unknown field " + name);
                }
            }
        }
        if (key.isEmpty()) {
            throw new IllegalArgumentException(code + ": without a dedupe key every lot would double the records");
        }
    }

    /** The field of this name. */
    public Optional<FieldDefinition> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** The first field of this meaning. */
    public Optional<FieldDefinition> field(FieldMeaning meaning) {
        return fields.stream().filter(field -> field.meaning() == meaning).findFirst();
    }

    /** Every field of this meaning, in the order of the item. */
    public List<FieldDefinition> fields(FieldMeaning meaning) {
        return fields.stream().filter(field -> field.meaning() == meaning).toList();
    }

    /** Reads an item as {@link #toJson()} writes it. */
    public static ItemDefinition fromJson(JsonObject json) {
        String scope = json.getString("proposedScope", null);
        return new ItemDefinition(
                json.getString("code"),
                json.getInt("version", 1),
                json.getString("name"),
                json.getString("nameEn", null),
                SectionRule.valueOf(json.getString("sectionRule")),
                json.getBoolean("negative", false),
                json.getBoolean("registersSubjects", false),
                SubjectKindRule.valueOf(json.getString("subjectKindRule", SubjectKindRule.BY_CODE.name())),
                json.getString("subjectRole", null),
                scope == null ? null : DisclosureScope.valueOf(scope),
                json.getString("legalBasis", ""),
                json.getString("frequency", "REAL_TIME"),
                json.getString("titleTemplate", null),
                JsonText.list(json, "dedupeKey"),
                JsonText.list(json, "dedupeFallback"),
                JsonText.list(json, "seriesKey"),
                json.getJsonArray("fields").getValuesAs(JsonObject.class).stream()
                        .map(FieldDefinition::fromJson)
                        .toList());
    }

    /** Reads an item from the text of a JSON object. */
    public static ItemDefinition fromJson(String text) {
        return fromJson(JsonText.object(text));
    }

    /** The item as JSON, without what has its default value. */
    public JsonObject toJson() {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("code", code)
                .add("version", version)
                .add("name", name)
                .add("nameEn", nameEn)
                .add("sectionRule", sectionRule.name())
                .add("negative", negative)
                .add("registersSubjects", registersSubjects)
                .add("subjectKindRule", subjectKindRule.name());
        if (!subjectRole.equals(COUNTERPARTY)) {
            json.add("subjectRole", subjectRole);
        }
        if (proposedScope != null) {
            json.add("proposedScope", proposedScope.name());
        }
        json.add("legalBasis", legalBasis).add("frequency", frequency).add("titleTemplate", titleTemplate);
        json.add("dedupeKey", JsonText.array(dedupeKey));
        if (!dedupeFallback.isEmpty()) {
            json.add("dedupeFallback", JsonText.array(dedupeFallback));
        }
        if (!seriesKey.isEmpty()) {
            json.add("seriesKey", JsonText.array(seriesKey));
        }
        JsonArrayBuilder array = Json.createArrayBuilder();
        fields.forEach(field -> array.add(field.toJson()));
        return json.add("fields", array).build();
    }
}
