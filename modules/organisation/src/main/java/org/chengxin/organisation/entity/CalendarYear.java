package org.chengxin.organisation.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** The working days of a year, as the notice about it arranges them; an administrator keeps it. */
@Entity
@Table(name = "calendar_year")
@NamedQuery(name = "CalendarYear.all", query = "SELECT y FROM CalendarYear y ORDER BY y.year DESC")
public class CalendarYear {

    @Id
    private int year;

    private String source;
    private String holidays;

    @Column(name = "make_up_days")
    private String makeUpDays;

    @Version
    private int revision;

    @Column(name = "changed_by")
    private String changedBy;

    @Column(name = "changed_at")
    private OffsetDateTime changedAt;

    protected CalendarYear() {}

    /** A year of which nothing is said yet. */
    public CalendarYear(int year) {
        this.year = year;
    }

    /**
     * What the notice says.
     *
     * @param holidays JSON array of objects with name, from and to
     * @param makeUpDays JSON array of dates
     */
    public void arrange(String source, String holidays, String makeUpDays, String by, Instant now) {
        this.source = source;
        this.holidays = holidays;
        this.makeUpDays = makeUpDays;
        changedBy = by;
        changedAt = now.atOffset(ZoneOffset.UTC);
    }

    public int year() {
        return year;
    }

    public String source() {
        return source;
    }

    public String holidays() {
        return holidays;
    }

    public String makeUpDays() {
        return makeUpDays;
    }

    /** Counts its changes. */
    public int revision() {
        return revision;
    }

    /** Who changed it last; null for a year that came with the version. */
    public String changedBy() {
        return changedBy;
    }

    public OffsetDateTime changedAt() {
        return changedAt;
    }
}
