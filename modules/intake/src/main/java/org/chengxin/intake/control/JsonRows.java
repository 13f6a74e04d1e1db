package org.chengxin.intake.control;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chengxin.intake.control.UnreadableFile.Reason;

/**
 * A JSON array of objects whose keys are names of fields. It is read twice: once for the keys that occur anywhere, so
 * that a key that only the last object has is not lost, and once for the rows.
 */
final class JsonRows implements RowSource {

    private static final int MAX_SCALE = 60;
    private static final int MAX_DIGITS = 400;

    private final JsonParser parser;
    private final Map<String, Integer> columns;
    private final Limits limits;
    private final SourceForm form;
    private List<String> cells = List.of();
    private int number;

    static RowSource open(Path file, Limits limits) throws IOException {
        TextEncoding encoding = TextEncoding.of(file);
        Map<String, Integer> columns = new LinkedHashMap<>();
        int objects;
        try (JsonRows survey = new JsonRows(encoding, file, columns, limits)) {
            while (survey.readObject(true)) {
                survey.number++;
            }
            objects = survey.number;
        }
        if (objects == 0 || columns.isEmpty()) {
            throw new UnreadableFile(Reason.EMPTY);
        }
        return new JsonRows(encoding, file, columns, limits);
    }

    private JsonRows(TextEncoding encoding, Path file, Map<String, Integer> columns, Limits limits) throws IOException {
        this.columns = columns;
        this.limits = limits;
        this.form = new SourceForm("JSON", encoding.charset().name(), null);
        this.parser = Json.createParser(new JsonTokens(encoding.reader(file)));
        try {
            if (!parser.hasNext() || parser.next() != Event.START_ARRAY) {
                throw new UnreadableFile(Reason.BROKEN, 0);
            }
        } catch (JsonException e) {
            close();
            throw new UnreadableFile(e, Reason.BROKEN, 0);
        } catch (UnreadableFile e) {
            close();
            throw e;
        }
    }

    @Override
    public List<String> header() {
        return List.copyOf(columns.keySet());
    }

    @Override
    public int headerRow() {
        return 0;
    }

    @Override
    public boolean next() {
        if (!readObject(false)) {
            return false;
        }
        number++;
        return true;
    }

    @Override
    public int rowNumber() {
        return number;
    }

    @Override
    public List<String> cells() {
        return cells;
    }

    @Override
    public SourceForm form() {
        return form;
    }

    @Override
    public boolean namedByField() {
        return true;
    }

    @Override
    public void close() {
        parser.close();
    }

    /** Reads one object; on the survey its keys are added to the columns, else its values become cells. */
    private boolean readObject(boolean survey) {
        try {
            Event event = parser.next();
            if (event == Event.END_ARRAY) {
                if (parser.hasNext()) {
                    throw new UnreadableFile(Reason.BROKEN, number + 1);
                }
                return false;
            }
            if (event != Event.START_OBJECT) {
                throw new UnreadableFile(Reason.BROKEN, number + 1);
            }
            if (number >= limits.maxRows()) {
                throw new UnreadableFile(Reason.TOO_MANY_ROWS, limits.maxRows());
            }
            String[] row = new String[columns.size()];
            int length = 0;
            while (parser.next() == Event.KEY_NAME) {
                String key = whole(parser.getString());
                String value = value(parser.next());
                length += value.length();
                if (length > Limits.MAX_ROW_READ) {
                    throw new UnreadableFile(Reason.CELL_TOO_LARGE, number + 1);
                }
                if (survey) {
                    addColumn(key);
                } else if (row[columns.get(key)] != null) {
                    // the same key twice: either value would be a guess
                    throw new UnreadableFile(Reason.BROKEN, number + 1);
                } else {
                    row[columns.get(key)] = value;
                }
            }
            for (int i = 0; i < row.length; i++) {
                row[i] = row[i] == null ? "" : row[i];
            }
            cells = Arrays.asList(row);
            return true;
        } catch (UnreadableFile e) {
            boolean unplaced = e.details().equals(List.of("0"));
            throw unplaced ? new UnreadableFile(e, e.reason(), number + 1) : e;
        } catch (RuntimeException e) {
            // the parser says with a bare RuntimeException that it is nested too deeply
            throw new UnreadableFile(e, Reason.BROKEN, number + 1);
        }
    }

    private void addColumn(String key) {
        if (key.length() > limits.maxCellLength()) {
            throw new UnreadableFile(Reason.CELL_TOO_LARGE, number + 1);
        }
        columns.putIfAbsent(key, columns.size());
        if (columns.size() > limits.maxColumns()) {
            throw new UnreadableFile(Reason.TOO_MANY_COLUMNS, limits.maxColumns());
        }
    }

    /** A value as a cell: null as nothing, an array of texts as one cell with ；, anything deeper as its own JSON. */
    private String value(Event event) {
        if (event == Event.START_ARRAY) {
            return list();
        }
        return event == Event.START_OBJECT ? nested(event) : simple(event);
    }

    private String simple(Event event) {
        return switch (event) {
            case VALUE_NULL -> "";
            case VALUE_TRUE -> "true";
            case VALUE_FALSE -> "false";
            case VALUE_STRING -> whole(parser.getString());
            case VALUE_NUMBER -> plain(parser.getString());
            default -> throw new UnreadableFile(Reason.BROKEN, number + 1);
        };
    }

    /** Text with half of a character is no text: nobody could write it to a file or a database. */
    private String whole(String text) {
        if (text.length() > Limits.MAX_CELL_READ) {
            throw new UnreadableFile(Reason.CELL_TOO_LARGE, number + 1);
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                int character = text.codePointAt(i);
                if (character <= Character.MAX_VALUE) {
                    throw new UnreadableFile(Reason.BROKEN, number + 1);
                }
                i++;
            }
        }
        return text;
    }

    /** Written out, unless that would be a line of zeros (1E999999 is twelve characters of input). */
    private String plain(String number) {
        if (number.length() > MAX_DIGITS) {
            return whole(number);
        }
        BigDecimal value = new BigDecimal(number);
        return Math.abs((long) value.scale()) > MAX_SCALE ? number : value.toPlainString();
    }

    private String list() {
        StringBuilder values = new StringBuilder();
        boolean first = true;
        for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
            boolean deeper = event == Event.START_ARRAY || event == Event.START_OBJECT;
            add(values, first ? "" : "；");
            add(values, deeper ? nested(event) : simple(event));
            first = false;
        }
        return values.toString();
    }

    /** An object or an array as its own JSON, however deep, without a tree of it. */
    private String nested(Event start) {
        StringBuilder json = new StringBuilder();
        int open = 0;
        boolean comma = false;
        Event event = start;
        while (true) {
            boolean ends = event == Event.END_ARRAY || event == Event.END_OBJECT;
            if (comma && !ends) {
                add(json, ",");
            }
            switch (event) {
                case START_OBJECT -> add(json, "{");
                case START_ARRAY -> add(json, "[");
                case END_OBJECT -> add(json, "}");
                case END_ARRAY -> add(json, "]");
                case KEY_NAME -> add(json, quoted() + ":");
                case VALUE_STRING -> add(json, quoted());
                case VALUE_NULL -> add(json, "null");
                default -> add(json, simple(event));
            }
            boolean begins = event == Event.START_ARRAY || event == Event.START_OBJECT;
            open += begins ? 1 : ends ? -1 : 0;
            if (open == 0) {
                return json.toString();
            }
            comma = !begins && event != Event.KEY_NAME;
            event = parser.next();
        }
    }

    private String quoted() {
        return Json.createValue(whole(parser.getString())).toString();
    }

    private void add(StringBuilder to, String text) {
        if (to.length() + text.length() > Limits.MAX_CELL_READ) {
            throw new UnreadableFile(Reason.CELL_TOO_LARGE, number + 1);
        }
        to.append(text);
    }
}
