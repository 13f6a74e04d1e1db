package org.chengxin.webkit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of a request without U+0000, which nobody can see and no text of the database can hold. */
final class CleanFields extends HttpServletRequestWrapper {

    CleanFields(HttpServletRequest request) {
        super(request);
    }

    @Override
    public String getParameter(String name) {
        return clean(super.getParameter(name));
    }

    @Override
    public String[] getParameterValues(String name) {
        return clean(super.getParameterValues(name));
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        Map<String, String[]> cleaned = new LinkedHashMap<>();
        super.getParameterMap().forEach((name, values) -> cleaned.put(name, clean(values)));
        return Collections.unmodifiableMap(cleaned);
    }

    private static String[] clean(String[] values) {
        return values == null
                ? null
                : Arrays.stream(values).map(CleanFields::clean).toArray(String[]::new);
    }

    private static String clean(String value) {
        return value == null ? null : value.replace("\0", "");
    }
}
