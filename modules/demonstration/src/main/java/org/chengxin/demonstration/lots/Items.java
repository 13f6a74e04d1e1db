package org.chengxin.demonstration.lots;

import jakarta.json.JsonObject;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.chengxin.demonstration.CatalogueResources;

/** What the catalogue of this installation asks for. */
final class Items {

    private static final Map<String, Set<String>> FIELDS = CatalogueResources.items().stream()
            .collect(Collectors.toMap(
                    item -> item.getString("code"),
                    item -> item.getJsonArray("fields").getValuesAs(JsonObject.class).stream()
                            .map(field -> field.getString("name"))
                            .collect(Collectors.toSet())));

    private Items() {}

    static boolean has(String item) {
        return FIELDS.containsKey(item);
    }

    static boolean hasField(String item, String field) {
        return FIELDS.getOrDefault(item, Set.of()).contains(field);
    }
}
