package org.chengxin.intake.control;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.chengxin.catalogue.definition.FieldDefinition;
import org.chengxin.catalogue.definition.ItemDefinition;

/**
 * How the columns of a department's file become the fields of an item. Confirmed once by a clerk, remembered by the
 * {@link #fingerprint()} of the header, kept as provenance.
 *
 * @param header the file's headings, normalised
 * @param columns heading → name of a field; several headings may lead to one field, of which the filled one counts
 * @param ignored headings that are left out on purpose
 * @param fixed name of a field → the value that every row has, such as 信用等级 = A
 */
public record HeaderMapping(
        List<String> header, Map<String, String> columns, Set<String> ignored, Map<String, String> fixed) {

    /** What is wrong with a mapping. */
    public enum Fault {
        /** A mapped or ignored heading that the header does not have. */
        UNKNOWN_COLUMN,
        /** A field that the item does not have. */
        UNKNOWN_FIELD,
        /** A heading that is neither mapped nor ignored. */
        COLUMN_UNDECIDED,
        /** A heading that is mapped and ignored. */
        COLUMN_TWICE,
        /** A field with a column and a fixed value. */
        FIELD_TWICE,
        /** Name or code of the subject, which no row may lack (D32), has no column. */
        REQUIRED_COLUMN_MISSING
    }

    /**
     * One thing that is wrong.
     *
     * @param detail the heading or the field
     */
    public record Problem(Fault fault, String detail) {}

    public HeaderMapping {
        header = HeaderText.normalise(header);
        columns = Collections.unmodifiableMap(normalisedKeys(columns));
        Set<String> left = new LinkedHashSet<>();
        ignored.forEach(
                heading -> left.add(HeaderText.normalise(List.of(heading)).get(0)));
        ignored = Collections.unmodifiableSet(left);
        fixed = Collections.unmodifiableMap(new TreeMap<>(fixed));
    }

    private static Map<String, String> normalisedKeys(Map<String, String> columns) {
        Map<String, String> normalised = new LinkedHashMap<>();
        columns.forEach((heading, field) ->
                normalised.put(HeaderText.normalise(List.of(heading)).get(0), field));
        return normalised;
    }

    /**
     * The fingerprint of a file's header, by which its mapping is found: SHA-256 in hexadecimal. Whatever the order of
     * the columns it is the same, except where a heading is blank or occurs twice: such columns are told apart by their
     * place and by nothing else.
     */
    public static String fingerprint(List<String> header) {
        List<String> headings = HeaderText.normalise(header);
        return HeaderText.toldApartByPlace(headings)
                ? fingerprintInOrder(headings)
                : fingerprintInOrder(headings.stream().sorted().toList());
    }

    /**
     * The fingerprints under which a mapping of this header may have been confirmed: today's, and the one of before,
     * when the order of the columns counted.
     */
    public static Set<String> fingerprints(List<String> header) {
        Set<String> fingerprints = new LinkedHashSet<>();
        fingerprints.add(fingerprint(header));
        fingerprints.add(fingerprintInOrder(HeaderText.normalise(header)));
        return fingerprints;
    }

    private static String fingerprintInOrder(List<String> headings) {
        return Digests.hex(Digests.sha256(), String.join("\n", headings));
    }

    /** This mapping for a file that has the same headings in an order of its own. */
    public HeaderMapping arrangedAs(List<String> fileHeader) {
        return new HeaderMapping(fileHeader, columns, ignored, fixed);
    }

    /** The fingerprint of this mapping's header. */
    public String fingerprint() {
        return fingerprint(header);
    }

    /**
     * The mapping of a header that needs no confirmation, because every heading is exactly the title or the name of a
     * field: a template, or JSON.
     */
    public static Optional<HeaderMapping> identity(ItemDefinition item, List<String> header) {
        Map<String, String> names = new HashMap<>();
        for (FieldDefinition field : item.fields()) {
            names.put(HeaderText.key(field.title()), field.name());
        }
        item.fields().forEach(field -> names.put(HeaderText.key(field.name()), field.name()));
        Map<String, String> columns = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (String heading : HeaderText.normalise(header)) {
            String field = names.get(HeaderText.key(heading));
            if (field == null || !taken.add(field)) {
                return Optional.empty();
            }
            columns.put(heading, field);
        }
        return Optional.of(new HeaderMapping(header, columns, Set.of(), Map.of()));
    }

    /**
     * The same layout with fields in front whose values somebody gives: what the file's columns or the fixed values say
     * of them no longer counts.
     *
     * @param fields names of fields, in the order of their cells
     */
    public HeaderMapping given(List<String> fields) {
        List<String> headings = new ArrayList<>();
        Map<String, String> named = new LinkedHashMap<>();
        for (String field : fields) {
            headings.add("=" + field);
            named.put("=" + field, field);
        }
        Set<String> left = new LinkedHashSet<>(ignored);
        columns.forEach((heading, field) -> {
            if (fields.contains(field)) {
                left.add(heading);
            } else {
                named.put(heading, field);
            }
        });
        headings.addAll(header);
        Map<String, String> values = new HashMap<>(fixed);
        values.keySet().removeAll(fields);
        return new HeaderMapping(headings, named, left, values);
    }

    /** Everything that keeps this mapping from being used for an item; empty when it can be. */
    public List<Problem> problems(ItemDefinition item) {
        List<Problem> problems = new ArrayList<>();
        Set<String> headings = new LinkedHashSet<>(header);
        for (Collection<String> named : List.of(columns.keySet(), ignored)) {
            named.stream()
                    .filter(heading -> !headings.contains(heading))
                    .forEach(heading -> problems.add(new Problem(Fault.UNKNOWN_COLUMN, heading)));
        }
        for (String heading : header) {
            boolean mapped = columns.containsKey(heading);
            if (mapped == ignored.contains(heading)) {
                problems.add(new Problem(mapped ? Fault.COLUMN_TWICE : Fault.COLUMN_UNDECIDED, heading));
            }
        }
        Set<String> named = new LinkedHashSet<>(columns.values());
        named.stream().filter(fixed::containsKey).forEach(field -> problems.add(new Problem(Fault.FIELD_TWICE, field)));
        named.addAll(fixed.keySet());
        named.stream()
                .filter(field -> item.field(field).isEmpty())
                .forEach(field -> problems.add(new Problem(Fault.UNKNOWN_FIELD, field)));
        missingSubject(item, named).ifPresent(problems::add);
        return List.copyOf(problems);
    }

    /** D32: a lot without name and code is refused as a whole; where one of a group will do, the item says so. */
    private static Optional<Problem> missingSubject(ItemDefinition item, Set<String> named) {
        Map<String, Boolean> groups = new LinkedHashMap<>();
        for (FieldDefinition field : item.fields()) {
            if (field.meaning().identifiesSubject()) {
                boolean present = named.contains(field.name());
                if (field.required() && !present) {
                    return Optional.of(new Problem(Fault.REQUIRED_COLUMN_MISSING, field.title()));
                }
                if (field.requiredGroup() != null) {
                    groups.merge(field.requiredGroup(), present, Boolean::logicalOr);
                }
            }
        }
        return groups.entrySet().stream()
                .filter(group -> !group.getValue())
                .findFirst()
                .map(group -> new Problem(Fault.REQUIRED_COLUMN_MISSING, titles(item, group.getKey())));
    }

    private static String titles(ItemDefinition item, String group) {
        return String.join(
                " / ",
                item.fields().stream()
                        .filter(field -> group.equals(field.requiredGroup()))
                        .map(FieldDefinition::title)
                        .toList());
    }

    /** Reads {@code {"header":[…],"columns":{…},"ignored":[…],"fixed":{…}}}; without header, it is the headings named. */
    public static HeaderMapping fromJson(JsonObject json) {
        Map<String, String> columns = texts(json, "columns");
        List<String> ignored = list(json, "ignored");
        List<String> header = list(json, "header");
        if (header.isEmpty()) {
            header = new ArrayList<>(columns.keySet());
            header.addAll(ignored);
        }
        return new HeaderMapping(header, columns, new LinkedHashSet<>(ignored), texts(json, "fixed"));
    }

    private static List<String> list(JsonObject json, String key) {
        return json.containsKey(key)
                ? json.getJsonArray(key).getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .toList()
                : List.of();
    }

    private static Map<String, String> texts(JsonObject json, String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (json.containsKey(key)) {
            JsonObject object = json.getJsonObject(key);
            object.forEach((name, value) -> texts.put(name, object.getString(name)));
        }
        return texts;
    }

    /** The mapping as {@link #fromJson} reads it. */
    public JsonObject toJson() {
        JsonArrayBuilder headings = Json.createArrayBuilder();
        header.forEach(headings::add);
        JsonObjectBuilder fields = Json.createObjectBuilder();
        columns.forEach(fields::add);
        JsonArrayBuilder left = Json.createArrayBuilder();
        ignored.forEach(left::add);
        JsonObjectBuilder values = Json.createObjectBuilder();
        fixed.forEach(values::add);
        return Json.createObjectBuilder()
                .add("header", headings)
                .add("columns", fields)
                .add("ignored", left)
                .add("fixed", values)
                .build();
    }
}
