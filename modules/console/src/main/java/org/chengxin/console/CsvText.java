package org.chengxin.console;

/** Cells of a CSV file that people open with a spreadsheet. */
final class CsvText {

    /** Without it, spreadsheets on Windows open UTF-8 as GBK. */
    static final String BYTE_ORDER_MARK = "\uFEFF";

    private CsvText() {}

    /** One line of cells, ended as RFC 4180 asks. */
    static String line(Object... cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.length; i++) {
            line.append(i == 0 ? "" : ",").append(cell(cells[i]));
        }
        return line.append("\r\n").toString();
    }

    /**
     * One cell. A text that a spreadsheet would calculate gets an apostrophe before it: what stands here came from
     * files of others. Numbers stay numbers.
     */
    static String cell(Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        if (value instanceof Number) {
            return text;
        }
        if (!text.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
