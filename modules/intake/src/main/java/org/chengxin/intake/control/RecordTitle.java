package org.chengxin.intake.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chengxin.catalogue.definition.CodeTableDefinition;
import org.chengxin.catalogue.definition.FieldDefinition;
import org.chengxin.catalogue.definition.ItemDefinition;

/** What a record is called in lists: the item's template with the values of the record. */
final class RecordTitle {

    private static final int LONGEST = 120;

    private final String itemName;
    private final List<Part> parts = new ArrayList<>();

    /** A piece of the template: text, or the name of a field with the titles of its codes. */
    private record Part(String text, String field, Map<String, String> titles) {}

    RecordTitle(ItemDefinition item, Map<String, CodeTableDefinition> tables) {
        this.itemName = item.name();
        String template = item.titleTemplate();
        int from = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
            int close = template.indexOf('}', open);
            if (close < 0) {
                break;
            }
            parts.add(new Part(template.substring(from, open), null, Map.of()));
            String name = template.substring(open + 1, close);
            parts.add(new Part(null, name, titles(item.field(name).orElse(null), tables)));
            from = close + 1;
        }
        parts.add(new Part(template.substring(from), null, Map.of()));
    }

    private static Map<String, String> titles(FieldDefinition field, Map<String, CodeTableDefinition> tables) {
        Map<String, String> titles = new HashMap<>();
        if (field != null && field.codeTable() != null && tables.containsKey(field.codeTable())) {
            tables.get(field.codeTable()).values().forEach(value -> titles.put(value.value(), value.title()));
        }
        return titles;
    }

    /** The title; the item's name where the template leaves nothing. */
    String of(Map<String, Object> content) {
        StringBuilder title = new StringBuilder();
        for (Part part : parts) {
            if (part.field() == null) {
                title.append(part.text());
            } else {
                String value = String.valueOf(content.getOrDefault(part.field(), ""));
                title.append(part.titles().getOrDefault(value, value));
            }
        }
        String text = title.toString().strip();
        if (text.isEmpty()) {
            return itemName;
        }
        int characters = text.codePointCount(0, text.length());
        return characters <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
