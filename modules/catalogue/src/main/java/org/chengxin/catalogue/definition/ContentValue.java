package org.chengxin.catalogue.definition;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/** How a value of a record's content is read: texts as they are, numbers with all their digits. */
public final class ContentValue {

    private ContentValue() {}

    /**
     * The value as text.
     *
     * @param value as kept; null where the content has none
     * @return empty for none
     */
    public static String text(JsonValue value) {
        if (value instanceof JsonString string) {
            return string.getString();
        }
        if (value instanceof JsonNumber number) {
            return number.bigDecimalValue().toPlainString();
        }
        return value == null || value.getValueType() == JsonValue.ValueType.NULL ? "" : value.toString();
    }
}
