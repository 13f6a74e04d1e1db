package org.chengxin.intake.boundary;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.chengxin.record.boundary.RecordSheet;

/**
 * The random sample of a lot's review: the rows of those in which nothing was found that somebody has to look at before
 * approving all of them in one act.
 *
 * @param lotSize N, the rows of this review in which nothing was found
 * @param size n, by GB/T 2828.1-2012
 * @param level general inspection level: I, II or III
 * @param limit AQL, in per cent nonconforming
 * @param acceptance Ac: with more rows than this in error, what was not looked at is not good enough either
 * @param seed the sample are the n first rows in the order of md5(seed:row), both decimal
 * @param seen how many of them the caller has looked at
 * @param place which of the sample's rows the last one of the page is, from 1; 0 for none
 * @param previous the sample's row before the page; null for none
 * @param firstUnseen the first row that the caller has not looked at; null for none
 * @param rows a page of them, in the order of the file
 * @param more whether rows are left behind this page
 */
public record ReviewSample(
        int lotSize,
        int size,
        String level,
        BigDecimal limit,
        String codeLetter,
        int acceptance,
        long seed,
        OffsetDateTime drawnAt,
        int seen,
        int place,
        Integer previous,
        Integer firstUnseen,
        List<Row> rows,
        boolean more) {

    /** The standard by which the size follows. */
    public static final String STANDARD = "GB/T 2828.1-2012";

    /**
     * A row of it.
     *
     * @param row as a person sees it in the file, the header being row 1
     * @param fields in the order of the item, personal values masked
     * @param seenAt when the caller first looked at it; null when that was never
     */
    public record Row(
            int row, String title, String subjectName, List<RecordSheet.Field> fields, OffsetDateTime seenAt) {}

    /** How many the caller has not looked at. */
    public int unseen() {
        return size - seen;
    }
}
