package org.chengxin.organisation.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.Role;
import org.chengxin.kernel.sql.KeyTaken;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.kernel.time.HolidayPeriod;
import org.chengxin.kernel.time.YearNotice;
import org.chengxin.organisation.boundary.AdministrationLog.ObjectKind;
import org.chengxin.organisation.control.NoticeJson;
import org.chengxin.organisation.entity.CalendarYear;

/** The administrator keeps the working days of each year, as the State Council's yearly notice arranges them. */
@Stateless
@RolesAllowed(Role.Names.ADMIN)
public class CalendarRegister {

    private static final int FIRST = 2000;
    private static final int LAST = 2199;
    private static final int LONGEST_SOURCE = 200;
    private static final int LONGEST_NAME = 50;
    /** More than any notice lists. */
    private static final int MOST = 60;

    /**
     * A year's calendar.
     *
     * @param changedBy user name of who changed it last; null for one that came with the version
     * @param tag changes with every change of it
     */
    public record CalendarFile(YearNotice notice, String changedBy, OffsetDateTime changedAt, String tag) {}

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Inject
    AdministrationLog log;

    @Inject
    CurrentActor currentActor;

    @Inject
    ApplicationClock clock;

    @Inject
    Event<CalendarChanged> changed;

    /** The years whose calendar is known, latest first. */
    public List<CalendarFile> all() {
        return em.createNamedQuery("CalendarYear.all", CalendarYear.class)
                .getResultStream()
                .map(CalendarRegister::file)
                .toList();
    }

    /**
     * A year.
     *
     * @throws BusinessRefusal NOT_FOUND CALENDAR_UNKNOWN: nobody has put that year yet
     */
    public CalendarFile get(int year) {
        CalendarYear found = em.find(CalendarYear.class, year);
        if (found == null) {
            throw BusinessRefusal.notFound("CALENDAR_UNKNOWN", year);
        }
        return file(found);
    }

    /**
     * Puts a year, a new one or in place of the present one. Deadlines that count through it are counted again right
     * after.
     *
     * @param tag of the year as the administrator saw it; null to put whatever there is now
     * @throws BusinessRefusal INVALID REQUIRED, TOO_LONG, PARAMETER_INVALID with the member, CALENDAR_DAY_DOUBTFUL with the
     *     first such day; CONFLICT CONCURRENT_CHANGE; GONE_STALE STALE
     */
    public CalendarFile put(int year, CalendarDraft draft, String tag) {
        YearNotice notice = checked(year, draft);
        CalendarYear known = em.find(CalendarYear.class, year);
        if (tag != null && !tag.equals(known == null ? AdministrationLog.NEW : tag(known))) {
            throw BusinessRefusal.stale("STALE");
        }
        boolean isNew = known == null;
        if (isNew) {
            known = new CalendarYear(year);
        } else {
            em.lock(known, LockModeType.OPTIMISTIC);
        }
        JsonArray holidays = NoticeJson.holidays(notice.holidays());
        JsonArray makeUpDays = NoticeJson.days(notice.makeUpDays());
        known.arrange(
                notice.source(),
                holidays.toString(),
                makeUpDays.toString(),
                currentActor.get().username(),
                clock.instant());
        if (isNew) {
            em.persist(known);
        }
        try {
            em.flush();
        } catch (PersistenceException failure) {
            throw KeyTaken.or(failure);
        }
        log.add(
                isNew ? "CREATE" : "CHANGE",
                ObjectKind.CALENDAR,
                String.valueOf(year),
                Json.createObjectBuilder()
                        .add("source", notice.source())
                        .add("holidays", holidays)
                        .add("makeUpDays", makeUpDays)
                        .build());
        changed.fire(new CalendarChanged(year));
        return file(known);
    }

    private static YearNotice checked(int year, CalendarDraft draft) {
        if (year < FIRST || year > LAST) {
            throw BusinessRefusal.invalid("PARAMETER_INVALID", "year", year);
        }
        if (draft.source() == null || draft.source().isBlank()) {
            throw BusinessRefusal.invalid("REQUIRED", "source");
        }
        if (draft.source().length() > LONGEST_SOURCE) {
            throw BusinessRefusal.invalid("TOO_LONG", "source");
        }
        List<HolidayPeriod> holidays = draft.holidays() == null ? List.of() : draft.holidays();
        List<LocalDate> makeUpDays = draft.makeUpDays() == null ? List.of() : draft.makeUpDays();
        // a year without a day off is a form sent too early, and would make every date of it final
        if (holidays.isEmpty()) {
            throw BusinessRefusal.invalid("REQUIRED", "holidays");
        }
        if (holidays.size() > MOST || makeUpDays.size() > MOST) {
            throw BusinessRefusal.invalid("TOO_LONG", holidays.size() > MOST ? "holidays" : "makeUpDays");
        }
        if (holidays.stream().anyMatch(period -> period.name().length() > LONGEST_NAME)) {
            throw BusinessRefusal.invalid("TOO_LONG", "name");
        }
        YearNotice notice = new YearNotice(year, draft.source().strip(), holidays, makeUpDays);
        if (!notice.doubtful().isEmpty()) {
            throw BusinessRefusal.invalid(
                    "CALENDAR_DAY_DOUBTFUL", notice.doubtful().get(0));
        }
        return notice;
    }

    private static CalendarFile file(CalendarYear year) {
        return new CalendarFile(
                NoticeJson.notice(year.year(), year.source(), year.holidays(), year.makeUpDays()),
                year.changedBy(),
                year.changedAt(),
                tag(year));
    }

    private static String tag(CalendarYear year) {
        return String.valueOf(year.revision());
    }
}
