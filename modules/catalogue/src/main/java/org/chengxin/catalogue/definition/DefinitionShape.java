package org.chengxin.catalogue.definition;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chengxin.catalogue.definition.DefinitionFault.Kind;

/**
 * The form of a definition as JSON: which members there are, of which type, and which words they can have. What they
 * mean together is looked at by {@link DefinitionCheck} and {@link CodeTableCheck}, once the form is right.
 */
final class DefinitionShape {

    /** The form of a member. */
    enum Form {
        TEXT,
        FLAG,
        WHOLE,
        TEXTS,
        OBJECTS
    }

    private final Map<String, Form> members;
    private final Set<String> mandatory;
    private final Map<String, Class<? extends Enum<?>>> words;

    /**
     * @param members every member that there is
     * @param mandatory those that have to be there and, being texts, not to be blank
     * @param words members whose text is the name of a constant
     */
    DefinitionShape(Map<String, Form> members, Set<String> mandatory, Map<String, Class<? extends Enum<?>>> words) {
        this.members = members;
        this.mandatory = mandatory;
        this.words = words;
    }

    /** Everything in which the object differs from this form. */
    List<DefinitionFault> faults(JsonObject json, String pointer) {
        List<DefinitionFault> faults = new ArrayList<>();
        json.forEach((name, value) -> {
            Form form = members.get(name);
            String at = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
            if (form == null) {
                faults.add(new DefinitionFault(Kind.MEMBER_UNKNOWN, at, name));
            } else if (value.getValueType() != ValueType.NULL && !has(form, value)) {
                faults.add(new DefinitionFault(Kind.MEMBER_TYPE, at, form.name()));
            } else if (value instanceof JsonString text && words.containsKey(name) && !isWord(name, text.getString())) {
                faults.add(new DefinitionFault(Kind.VALUE_UNKNOWN, at, text.getString()));
            }
        });
        mandatory.stream()
                .filter(name -> isMissing(json.get(name)))
                .sorted()
                .forEach(name -> faults.add(new DefinitionFault(Kind.MEMBER_MISSING, pointer + "/" + name, name)));
        return faults;
    }

    private boolean isWord(String name, String text) {
        return Arrays.stream(words.get(name).getEnumConstants())
                .anyMatch(constant -> constant.name().equals(text));
    }

    private static boolean isMissing(JsonValue value) {
        return value == null
                || value.getValueType() == ValueType.NULL
                || value instanceof JsonString text && text.getString().isBlank()
                || value instanceof JsonArray array && array.isEmpty();
    }

    private static boolean has(Form form, JsonValue value) {
        return switch (form) {
            case TEXT -> value instanceof JsonString;
            case FLAG -> value.getValueType() == ValueType.TRUE || value.getValueType() == ValueType.FALSE;
            case WHOLE -> value instanceof JsonNumber number && isWhole(number);
            case TEXTS -> value instanceof JsonArray array && array.stream().allMatch(JsonString.class::isInstance);
            case OBJECTS -> value instanceof JsonArray array && array.stream().allMatch(JsonObject.class::isInstance);
        };
    }

    private static boolean isWhole(JsonNumber number) {
        try {
            number.intValueExact();
            return true;
        } catch (ArithmeticException fractionOrTooLarge) {
            return false;
        }
    }
}
