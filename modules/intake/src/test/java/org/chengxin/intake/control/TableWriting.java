package org.chengxin.intake.control;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A table written in all the ways in which departments send tables. */
final class TableWriting {

    /** Writes headings and rows. */
    interface Way extends BiFunction<List<String>, List<List<String>>, byte[]> {}

    private TableWriting() {}

    /** What the way is called → the way. */
    static Map<String, Way> ways() {
        Map<String, Way> ways = new LinkedHashMap<>();
        ways.put("CSV in UTF-8", (header, rows) -> csv(header, rows, ",", "\r\n", "UTF-8", ""));
        ways.put("CSV in UTF-8 with a mark", (header, rows) -> csv(header, rows, ",", "\n", "UTF-8", "\uFEFF"));
        ways.put("CSV in GB18030", (header, rows) -> csv(header, rows, ",", "\r\n", "GB18030", ""));
        ways.put("CSV in UTF-16LE", (header, rows) -> csv(header, rows, "\t", "\r\n", "UTF-16LE", "\uFEFF"));
        ways.put("CSV in UTF-16BE", (header, rows) -> csv(header, rows, ",", "\n", "UTF-16BE", "\uFEFF"));
        ways.put("CSV with semicolons", (header, rows) -> csv(header, rows, ";", "\n", "UTF-8", ""));
        ways.put("CSV with bars", (header, rows) -> csv(header, rows, "|", "\r", "GB18030", ""));
        ways.put("XLSX", TableWriting::workbook);
        ways.put("XLSX with texts within the cells", TableWriting::inline);
        ways.put("JSON in UTF-8", (header, rows) -> json(header, rows).getBytes(Charset.forName("UTF-8")));
        ways.put("JSON in GB18030", (header, rows) -> json(header, rows).getBytes(Charset.forName("GB18030")));
        return ways;
    }

    private static byte[] csv(
            List<String> header, List<List<String>> rows, String separator, String end, String charset, String mark) {
        StringBuilder text = new StringBuilder(mark);
        text.append(line(header, separator)).append(end);
        rows.forEach(row -> text.append(line(row, separator)).append(end));
        return text.toString().getBytes(Charset.forName(charset));
    }

    private static String line(List<String> cells, String separator) {
        return String.join(
                separator,
                cells.stream()
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .toList());
    }

    private static byte[] workbook(List<String> header, List<List<String>> rows) {
        return workbook(header, rows, false);
    }

    private static byte[] inline(List<String> header, List<List<String>> rows) {
        return workbook(header, rows, true);
    }

    private static byte[] workbook(List<String> header, List<List<String>> rows, boolean inline) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("数据");
            for (int row = 0; row <= rows.size(); row++) {
                List<String> cells = row == 0 ? header : rows.get(row - 1);
                for (int column = 0; column < cells.size(); column++) {
                    if (inline) {
                        sheet.inlineString(row, column, cells.get(column));
                    } else {
                        sheet.value(row, column, cells.get(column));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String json(List<String> header, List<List<String>> rows) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (List<String> row : rows) {
            JsonObjectBuilder object = Json.createObjectBuilder();
            for (int i = 0; i < header.size(); i++) {
                object.add(header.get(i), row.get(i));
            }
            array.add(object);
        }
        return array.build().toString();
    }
}
