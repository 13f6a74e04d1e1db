package org.chengxin.intake.entity;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A part of a lot whose rows become records beside those of the other parts. Rows go to parts by their subject, so that
 * all rows of a record, and all records of a subject, are in one part and follow each other there as in the file.
 *
 * @param number from 0
 * @param of how many parts the lot has; 1: the part is the lot
 */
public record LotPart(int number, int of) {

    /**
     * Subjects fall into so many groups, and a part has some of them. Lots of different numbers of parts know by these
     * where they meet.
     */
    public static final int GROUPS = 8;

    /** The lot as a whole. */
    public static final LotPart WHOLE = new LotPart(0, 1);

    /** @throws IllegalArgumentException unless there is such a part */
    public LotPart {
        if (of < 1 || of > GROUPS || number < 0 || number >= of) {
            throw new IllegalArgumentException("no part " + number + " of " + of);
        }
    }

    public boolean isWhole() {
        return of == 1;
    }

    /** The groups of subjects that this part has. */
    public List<Integer> groups() {
        return IntStream.range(0, GROUPS).filter(this::has).boxed().toList();
    }

    /**
     * Whether rows of this subject belong here.
     *
     * @param subjectId null: of nobody yet, which is with the first part
     */
    public boolean holds(Long subjectId) {
        return has(subjectId == null ? 0 : (int) (subjectId % GROUPS));
    }

    /**
     * The same rule for the database: the number of the part that has rows of a subject.
     *
     * @param subjectId column of the subject's key
     * @param of column of, or mark for, the number of parts
     */
    public static String numberOf(String subjectId, String of) {
        return "(coalesce(" + subjectId + ", 0) % " + GROUPS + ") % " + of;
    }

    private boolean has(int group) {
        return group % of == number;
    }
}
