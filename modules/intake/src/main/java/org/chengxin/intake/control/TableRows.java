package org.chengxin.intake.control;

import java.util.ArrayList;
import java.util.List;
import org.chengxin.intake.control.UnreadableFile.Reason;
import org.chengxin.kernel.code.UnifiedSocialCreditCode;

/** Rows below a header: finds the header, counts, gives blank rows in between their turn and drops those at the end. */
final class TableRows implements RowSource {

    private final RawRows raw;
    private final Limits limits;
    private final List<String> unreadSheets;
    private List<String> header;
    private int headerRow;
    private List<String> waiting;
    private int waitingNumber;
    private int number;
    private List<String> cells = List.of();
    private long count;

    /** Reads the header and the first row below it. */
    TableRows(RawRows raw, Limits limits, List<String> unreadSheets) {
        this.raw = raw;
        this.limits = limits;
        this.unreadSheets = unreadSheets;
        try {
            readHeader();
        } catch (RuntimeException e) {
            raw.close();
            throw e;
        }
    }

    private void readHeader() {
        List<String> first = nextFilled();
        if (first == null) {
            throw new UnreadableFile(Reason.EMPTY);
        }
        header = withoutTrailingBlanks(first);
        headerRow = raw.number();
        number = headerRow;
        if (header.size() > limits.maxColumns()) {
            throw new UnreadableFile(Reason.TOO_MANY_COLUMNS, limits.maxColumns());
        }
        if (header.stream().anyMatch(cell -> UnifiedSocialCreditCode.parse(cell).isPresent())) {
            throw new UnreadableFile(Reason.NO_HEADER);
        }
        waiting = nextFilled();
        if (waiting == null) {
            throw new UnreadableFile(Reason.EMPTY);
        }
        waitingNumber = raw.number();
        // a caption above the table: one heading, and below it a row of several
        if (filled(header) == 1 && filled(waiting) > 2) {
            throw new UnreadableFile(Reason.NO_HEADER);
        }
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public int headerRow() {
        return headerRow;
    }

    @Override
    public boolean next() {
        if (waiting == null) {
            waiting = nextFilled();
            if (waiting == null) {
                cells = List.of();
                return false;
            }
            waitingNumber = raw.number();
        }
        if (++count > limits.maxRows()) {
            throw new UnreadableFile(Reason.TOO_MANY_ROWS, limits.maxRows());
        }
        number++;
        if (number < waitingNumber) {
            cells = List.of();
        } else {
            cells = waiting;
            waiting = null;
        }
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
        return false;
    }

    @Override
    public SourceForm form() {
        return raw.form();
    }

    @Override
    public List<String> unreadSheets() {
        return unreadSheets;
    }

    @Override
    public void close() {
        raw.close();
    }

    private List<String> nextFilled() {
        List<String> row = raw.read();
        while (row != null && filled(row) == 0) {
            row = raw.read();
        }
        return row;
    }

    private static int filled(List<String> row) {
        int filled = 0;
        for (String cell : row) {
            if (!Blank.isBlank(cell)) {
                filled++;
            }
        }
        return filled;
    }

    private static List<String> withoutTrailingBlanks(List<String> row) {
        int end = row.size();
        while (end > 0 && Blank.isBlank(row.get(end - 1))) {
            end--;
        }
        return List.copyOf(new ArrayList<>(row.subList(0, end)));
    }
}
