package org.chengxin.api;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A line of CSV (RFC 4180) that a spreadsheet program shows and never executes. */
final class CsvLine {

    /** Without it, spreadsheet programs on Windows take UTF-8 for GBK. */
    static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String STARTS_FORMULA = "=+-@\t\r";

    private CsvLine() {}

    /** The cells as a line with its end; null is an empty cell. */
    static String of(Object... cells) {
        return Stream.of(cells).map(CsvLine::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Number) {
            return value.toString();
        }
        String text = value.toString();
        if (!text.isEmpty() && STARTS_FORMULA.indexOf(text.charAt(0)) >= 0) {
            // the apostrophe makes it text; without it =HYPERLINK(…) in a finding would be a link in the clerk's office
            text = "'" + text;
        }
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
