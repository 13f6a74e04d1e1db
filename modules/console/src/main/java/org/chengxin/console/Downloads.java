package org.chengxin.console;

import jakarta.servlet.http.HttpServletResponse;

/** The headers of a file that a browser shall keep and not show. */
final class Downloads {

    private Downloads() {}

    /**
     * Begins a CSV file in UTF-8.
     *
     * @param fileName made of our own numbers and codes; what else it holds becomes an underscore
     */
    static void begin(HttpServletResponse response, String fileName) {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"" + fileName.replaceAll("[^A-Za-z0-9._-]", "_") + "\"");
    }
}
