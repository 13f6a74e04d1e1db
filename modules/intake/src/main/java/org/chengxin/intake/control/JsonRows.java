package org.chengxin.intake.control;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
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

    private final JsonParser parser;
    private final Map<String, Integer> columns;
    private final Limits limits;
    private List<String> cells = List.of();
    private int number;

    static RowSource open(Path file, Limits limits) throws IOException {
        TextEncoding encoding = TextEncoding.of(file);
        Map<String, Integer> columns = new LinkedHashMap<>();
        int objects;
        try (JsonRows survey = new JsonRows(encoding.reader(file), columns, limits)) {
            while (survey.readObject(true)) {
                survey.number++;
            }
            objects = survey.number;
        }
        if (objects == 0 || columns.isEmpty()) {
            throw new UnreadableFile(Reason.EMPTY);
        }
        return new JsonRows(encoding.reader(file), columns, limits);
    }

    private JsonRows(Reader text, Map<String, Integer> columns, Limits limits) {
        this.columns = columns;
        this.limits = limits;
        this.parser = Json.createParser(text);
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
            while (parser.next() == Event.KEY_NAME) {
                String key = parser.getString();
                String value = value(parser.next());
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
            throw e;
        } catch (RuntimeException e) {
            // the parser says with a bare RuntimeException that it is nested too deeply
            throw new UnreadableFile(e, Reason.BROKEN, number + 1);
        }
    }

    private void addColumn(String key) {
        columns.putIfAbsent(key, columns.size());
        if (columns.size() > limits.maxColumns()) {
            throw new UnreadableFile(Reason.TOO_MANY_COLUMNS, limits.maxColumns());
        }
    }

    /** A value as a cell: null as nothing, an array of texts as one cell with ；, anything deeper as its own JSON. */
    private String value(Event event) {
        return switch (event) {
            case VALUE_NULL -> "";
            case VALUE_TRUE -> "true";
            case VALUE_FALSE -> "false";
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER -> plain(parser.getString());
            case START_OBJECT -> parser.getObject().toString();
            case START_ARRAY -> list();
            default -> throw new UnreadableFile(Reason.BROKEN, number + 1);
        };
    }

    /** Written out, unless that would be a line of zeros (1E999999 is twelve characters of input). */
    private static String plain(String number) {
        BigDecimal value = new BigDecimal(number);
        return Math.abs((long) value.scale()) > MAX_SCALE ? number : value.toPlainString();
    }

    private String list() {
        List<String> values = new ArrayList<>();
        for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
            values.add(event == Event.START_ARRAY ? parser.getArray().toString() : value(event));
        }
        return String.join("；", values);
    }
}
