package org.chengxin.intake.control;

/**
 * What a file may be at most; over any of these it is refused as a whole, before or while it is read.
 *
 * @param maxBytes size of the file as sent
 * @param maxRows rows below the header
 * @param maxColumns columns of the header
 * @param maxCellLength characters of one cell; 32,767 is what a spreadsheet can hold
 * @param maxUnpackedBytes bytes that the parts of an XLSX file may unpack to together
 * @param maxRatio how many times larger than packed a part of an XLSX file may be, once it is over 16 MiB
 */
public record Limits(
        long maxBytes, long maxRows, int maxColumns, int maxCellLength, long maxUnpackedBytes, int maxRatio) {

    /** The limits of the interface: 256 MiB and 1,000,000 rows. */
    public static final Limits STANDARD = new Limits(256L << 20, 1_000_000, 500, 32_767, 4L << 30, 200);

    /**
     * Characters beyond which a cell is not even read, since a row has to fit into memory. Between
     * {@link #maxCellLength()} and this a cell makes a finding and the rest of the file goes on.
     */
    static final int MAX_CELL_READ = 1 << 20;

    /** Characters of a row beyond which it is not read. */
    static final int MAX_ROW_READ = 4 * MAX_CELL_READ;

    public Limits {
        if (maxBytes < 1
                || maxRows < 1
                || maxColumns < 1
                || maxCellLength < 1
                || maxUnpackedBytes < 1
                || maxRatio < 1) {
            throw new IllegalArgumentException("a limit below 1 would refuse every file");
        }
    }

    /** These limits with another size and number of rows, as configured. */
    public Limits with(long bytes, long rows) {
        return new Limits(bytes, rows, maxColumns, maxCellLength, maxUnpackedBytes, maxRatio);
    }
}
