package org.chengxin.publication.control;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.chengxin.catalogue.definition.ContentValue;
import org.chengxin.catalogue.definition.FieldDefinition;
import org.chengxin.catalogue.definition.ItemDefinition;

/**
 * What makes records of a subject a series: the grant, changes and extensions of one licence (D24), the months of one
 * account (D10). A digest of the item and its series key; it serves to compare and says nothing itself. A record stands
 * alone where its item knows no series, a field of the key is blank, or a field of the key is not public.
 */
final class SeriesKey {

    private static final int SIGNS = 32;
    private static final String SEPARATOR = "\u001F";

    private SeriesKey() {}

    /**
     * @param values a record's content by field names
     * @return null where the record stands alone
     */
    static String of(ItemDefinition item, JsonObject values) {
        List<String> names = item.seriesKey().stream()
                .filter(name -> !ItemDefinition.SUBJECT.equals(name))
                .toList();
        if (names.isEmpty()) {
            return null;
        }
        for (String name : names) {
            FieldDefinition field = item.field(name).orElseThrow();
            if (field.personal()
                    || !field.disclosed()
                    || ContentValue.text(values.get(name)).isBlank()) {
                return null;
            }
        }
        String key = names.stream()
                .map(name -> ContentValue.text(values.get(name)))
                .collect(Collectors.joining(SEPARATOR, item.code() + SEPARATOR, ""));
        return digest(key);
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, SIGNS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
