package org.chengxin.intake.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of rows that an earlier lot lost, mended and sent again: the supplier's own columns, and two that this system
 * put beside them. Those two are read here and are no columns of the file for anybody else, so that it has the layout
 * that it had before.
 */
public final class CorrectionFile implements RowSource {

    /** Heading of the column that says which row of which lot a row is. */
    public static final String REFERENCE = "原批次行号";
    /** Heading of the column that says what was found in it; for people only. */
    public static final String FINDINGS = "原批次问题";

    private static final Pattern ROW = Pattern.compile("(L\\d{1,20})-(\\d{1,9})");
    /** What a spreadsheet would calculate stands behind an apostrophe in the file that was downloaded. */
    private static final Pattern GUARDED = Pattern.compile("'[=+\\-@\\t\\r\\n＝＋－＠].*", Pattern.DOTALL);

    private final RowSource rows;
    private final List<Integer> own = new ArrayList<>();
    private final int reference;

    /**
     * A row of a lot.
     *
     * @param row as a person sees it in that lot's file
     */
    public record Origin(String lotNo, int row) {

        /** As it stands in the column {@link #REFERENCE}. */
        public String text() {
            return lotNo + "-" + row;
        }
    }

    private CorrectionFile(RowSource rows, int reference) {
        this.rows = rows;
        this.reference = reference;
        own.add(reference);
        int findings = headings(rows).indexOf(FINDINGS);
        if (findings >= 0) {
            own.add(findings);
        }
    }

    /** The file as it is, or as a correction where it has the column that only such a file has. */
    public static RowSource orAsItIs(RowSource rows) {
        int reference = headings(rows).indexOf(REFERENCE);
        return reference < 0 ? rows : new CorrectionFile(rows, reference);
    }

    private static List<String> headings(RowSource rows) {
        return HeaderText.normalise(rows.header());
    }

    /** Which row the present one is again; empty where the cell says nothing of the kind. */
    public Optional<Origin> origin() {
        List<String> cells = rows.cells();
        Matcher row =
                ROW.matcher(reference < cells.size() ? cells.get(reference).strip() : "");
        return row.matches() ? Optional.of(new Origin(row.group(1), Integer.parseInt(row.group(2)))) : Optional.empty();
    }

    @Override
    public List<String> header() {
        return theirs(rows.header());
    }

    @Override
    public List<String> cells() {
        return theirs(rows.cells()).stream()
                .map(cell -> GUARDED.matcher(cell).matches() ? cell.substring(1) : cell)
                .toList();
    }

    private List<String> theirs(List<String> cells) {
        List<String> theirs = new ArrayList<>(cells.size());
        for (int i = 0; i < cells.size(); i++) {
            if (!own.contains(i)) {
                theirs.add(cells.get(i));
            }
        }
        return theirs;
    }

    @Override
    public int headerRow() {
        return rows.headerRow();
    }

    @Override
    public boolean next() {
        return rows.next();
    }

    @Override
    public int rowNumber() {
        return rows.rowNumber();
    }

    @Override
    public boolean namedByField() {
        return rows.namedByField();
    }

    @Override
    public SourceForm form() {
        return rows.form();
    }

    @Override
    public List<String> unreadSheets() {
        return rows.unreadSheets();
    }

    @Override
    public void close() {
        rows.close();
    }
}
