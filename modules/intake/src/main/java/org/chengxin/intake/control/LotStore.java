package org.chengxin.intake.control;

import jakarta.json.JsonArray;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.chengxin.kernel.sql.BulkInsert;
import org.chengxin.kernel.text.FlatJson;

/**
 * The file of a lot and its raw rows in the database, so that an accepted lot is durable and any server can go on with
 * it. Rows are stored as they were read, so that each is checked from what the department sent and from nothing else.
 */
public class LotStore {

    private static final int FILE_CHUNK = 1 << 20;
    /** Looked up once: the lookup costs more than reading a row. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private static final int ROW_CHUNK = 5_000;
    /** Characters of rows that are held at a time; a row alone may have a few million. */
    private static final int HELD = 4 << 20;

    private static final int FETCHED = 200;

    /** A row as it was read. */
    public record RawRow(int rowNo, List<String> cells) {}

    private final Connection connection;
    private final Long submissionId;
    private final OffsetDateTime receivedAt;

    public LotStore(Connection connection, Long submissionId, OffsetDateTime receivedAt) {
        this.connection = connection;
        this.submissionId = submissionId;
        this.receivedAt = receivedAt;
    }

    /** Keeps the file as it came, in pieces of a mebibyte. */
    public void keepFile(Path file) throws SQLException {
        try (InputStream in = Files.newInputStream(file);
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO submission_file (submission_id, seq, bytes) VALUES (?, ?, ?)")) {
            byte[] piece = in.readNBytes(FILE_CHUNK);
            for (int seq = 1; piece.length > 0; seq++) {
                insert.setLong(1, submissionId);
                insert.setInt(2, seq);
                insert.setBytes(3, piece);
                insert.executeUpdate();
                piece = in.readNBytes(FILE_CHUNK);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What else is done with a row that was kept. */
    @FunctionalInterface
    public interface Keeping {
        void kept(int rowNo) throws SQLException;
    }

    /**
     * Keeps the rows.
     *
     * @param keeping told of each row while the source stands at it
     * @return how many there are
     */
    public int keepRows(RowSource source, Keeping keeping) throws SQLException {
        BulkInsert rows = BulkInsert.into(
                "raw_row", "submission_id bigint", "received_at timestamptz", "row_no integer", "cells text");
        int count = 0;
        int held = 0;
        while (source.next()) {
            FlatJson cells = FlatJson.array();
            source.cells().forEach(cell -> cells.add(withoutNul(cell)));
            String json = cells.toString();
            rows.add(submissionId, receivedAt, source.rowNumber(), json);
            keeping.kept(source.rowNumber());
            count++;
            held += json.length();
            if (rows.size() == ROW_CHUNK || held > HELD) {
                rows.execute(connection);
                held = 0;
            }
        }
        rows.execute(connection);
        return count;
    }

    /** PostgreSQL's text has no U+0000, and no row is refused for a character nobody can see. */
    private static String withoutNul(String cell) {
        return cell.indexOf('\u0000') < 0 ? cell : cell.replace("\u0000", "");
    }

    /**
     * The next rows after one, at most so many, and fewer where they are long: {@link #rowsLeftAfter} tells whether
     * there are more.
     */
    public List<RawRow> rowsAfter(int rowNo, int most) throws SQLException {
        List<RawRow> rows = new ArrayList<>();
        int held = 0;
        try (PreparedStatement select = connection.prepareStatement("SELECT row_no, cells FROM raw_row"
                + " WHERE submission_id = ? AND received_at = ? AND row_no > ? ORDER BY row_no LIMIT ?")) {
            select.setLong(1, submissionId);
            select.setObject(2, receivedAt);
            select.setInt(3, rowNo);
            select.setInt(4, most);
            select.setFetchSize(FETCHED);
            try (ResultSet row = select.executeQuery()) {
                while (held <= HELD && row.next()) {
                    String json = row.getString(2);
                    held += json.length();
                    rows.add(new RawRow(row.getInt(1), cells(json)));
                }
            }
        }
        return rows;
    }

    /** Whether the lot has rows behind this one. */
    public boolean rowsLeftAfter(int rowNo) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT EXISTS (SELECT 1 FROM raw_row"
                + " WHERE submission_id = ? AND received_at = ? AND row_no > ?)")) {
            select.setLong(1, submissionId);
            select.setObject(2, receivedAt);
            select.setInt(3, rowNo);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static List<String> cells(String json) {
        try (JsonReader reader = JSON.createReader(new StringReader(json))) {
            JsonArray array = reader.readArray();
            List<String> cells = new ArrayList<>(array.size());
            for (JsonString cell : array.getValuesAs(JsonString.class)) {
                cells.add(cell.getString());
            }
            return cells;
        }
    }
}
