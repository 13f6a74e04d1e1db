package org.chengxin.console;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.chengxin.workflow.boundary.TaskQuery;

/**
 * What a list of the inbox shows, as it stands in its address: the box and the filters, without the place in the list. What
 * an address says that the inbox does not know is left out.
 *
 * @param filters by parameter, in the order of {@link #FILTERS}; none is blank
 */
record InboxAddress(String box, Map<String, String> filters) {

    static final String GROUP = "group";
    private static final String DONE = "done";
    private static final String BOXES = "mine|group|overdue|done";
    private static final String BOX = "box";
    private static final String[] FILTERS = {"process", "item", "lot", "subject", "finding", "days", "q"};
    private static final int LONGEST = 100;
    private static final String DAYS = "[1-9]\\d{0,3}";

    /** The address with these parameters. */
    static InboxAddress of(Map<String, String> parameters) {
        Map<String, String> filters = new LinkedHashMap<>();
        for (String name : FILTERS) {
            String value = parameters.get(name);
            if (value != null && !value.isBlank() && value.length() <= LONGEST) {
                filters.put(name, value.strip());
            }
        }
        if (!filters.getOrDefault("days", "1").matches(DAYS)) {
            filters.remove("days");
        }
        String box = parameters.get(BOX);
        return new InboxAddress(box != null && box.matches(BOXES) ? box : GROUP, filters);
    }

    /** The address behind whose question mark this stands; the whole group for nothing. */
    static InboxAddress parse(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : (query == null ? "" : query).split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
            }
        }
        return of(parameters);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }

    /** What stands behind the question mark. */
    String text() {
        StringBuilder text = new StringBuilder(BOX).append('=').append(box);
        filters.forEach((name, value) ->
                text.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return text.toString();
    }

    /** A filter; null where it is not set. */
    String filter(String name) {
        return filters.get(name);
    }

    /** What the list asks for, from a place on. */
    TaskQuery query(String after, int limit) {
        return new TaskQuery(
                box.equals(DONE),
                box.equals("mine"),
                box.equals("overdue"),
                filter("process"),
                filter("q"),
                new TaskQuery.About(
                        filter("item"),
                        filter("lot"),
                        filter("subject"),
                        filter("finding"),
                        filter("days") == null ? null : Integer.valueOf(filter("days"))),
                after,
                limit);
    }
}
