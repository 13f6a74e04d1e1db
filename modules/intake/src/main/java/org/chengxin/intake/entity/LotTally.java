package org.chengxin.intake.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.chengxin.intake.control.RowCounts;

/** How many rows a lot has, how far it is checked, and what became of its rows: each counts once. */
@Embeddable
public class LotTally {

    private int received;
    private int accepted;
    private int rejected;
    private int suspect;
    private int unmatched;

    @Column(name = "rows_checked")
    private int rowsChecked;

    @Column(name = "last_row_checked")
    private int lastRowChecked;

    private String cleaning;

    void holds(int rows) {
        received = rows;
    }

    void checked(int lastRow, RowCounts counts, String cleaningCounts) {
        cleaning = cleaningCounts;
        lastRowChecked = lastRow;
        rowsChecked += counts.sum();
        count(counts);
    }

    /** Rows came to an outcome or, counted negative, left it. */
    void count(RowCounts counts) {
        accepted += counts.of("ACCEPTED");
        rejected += counts.of("REJECTED");
        suspect += counts.of("SUSPECT");
        unmatched += counts.of("UNMATCHED");
    }

    public int received() {
        return received;
    }

    public int accepted() {
        return accepted;
    }

    public int rejected() {
        return rejected;
    }

    public int suspect() {
        return suspect;
    }

    public int unmatched() {
        return unmatched;
    }

    public int rowsChecked() {
        return rowsChecked;
    }

    /** As a person sees it in the file; 0 before the first chunk. */
    public int lastRowChecked() {
        return lastRowChecked;
    }

    /** JSON: cleaning rule → cells it changed; null before the first chunk. */
    public String cleaning() {
        return cleaning;
    }
}
