package org.chengxin.organisation.control;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import org.chengxin.kernel.time.HolidayPeriod;
import org.chengxin.kernel.time.YearNotice;

/** The parts of a yearly notice as the database keeps them. */
public final class NoticeJson {

    private NoticeJson() {}

    /** A notice from what the database says. */
    public static YearNotice notice(int year, String source, String holidays, String makeUpDays) {
        return new YearNotice(
                year,
                source,
                array(holidays).getValuesAs(JsonObject.class).stream()
                        .map(period -> new HolidayPeriod(
                                period.getString("name"),
                                LocalDate.parse(period.getString("from")),
                                LocalDate.parse(period.getString("to"))))
                        .toList(),
                array(makeUpDays).getValuesAs(JsonString.class).stream()
                        .map(day -> LocalDate.parse(day.getString()))
                        .toList());
    }

    /** Its days off. */
    public static JsonArray holidays(List<HolidayPeriod> holidays) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        holidays.forEach(period -> array.add(Json.createObjectBuilder()
                .add("name", period.name())
                .add("from", period.from().toString())
                .add("to", period.to().toString())));
        return array.build();
    }

    /** Its make-up days. */
    public static JsonArray days(List<LocalDate> days) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        days.forEach(day -> array.add(day.toString()));
        return array.build();
    }

    private static JsonArray array(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readArray();
        }
    }
}
