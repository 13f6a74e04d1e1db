package org.chengxin.notification.control;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.chengxin.notification.boundary.NoticeEvent.Detail;

/** What a notice keeps beside its kind, as the table has it. */
final class NoticeDetails {

    private NoticeDetails() {}

    /** Details by their names; what this version does not know is left out. */
    static Map<Detail, String> read(String json) {
        Map<Detail, String> details = new EnumMap<>(Detail.class);
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            for (Detail detail : Detail.values()) {
                if (object.containsKey(detail.name())) {
                    details.put(detail, object.getString(detail.name()));
                }
            }
        }
        return details;
    }

    /** The page of the console, relative to its start. */
    static String link(String page, String key) {
        return switch (page) {
            case "task" -> "task.xhtml?id=" + encoded(key);
            case "lot" -> "lot.xhtml?no=" + encoded(key);
            case "record" -> "record.xhtml?no=" + encoded(key);
            case "inbox" -> "inbox.xhtml";
            default -> "records.xhtml?state=ENDED";
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
