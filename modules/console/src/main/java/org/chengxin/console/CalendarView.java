package org.chengxin.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.time.HolidayPeriod;
import org.chengxin.kernel.time.WorkingDaysText;
import org.chengxin.organisation.boundary.AdministrationLog;
import org.chengxin.organisation.boundary.CalendarDraft;
import org.chengxin.organisation.boundary.CalendarRegister;
import org.chengxin.organisation.boundary.CalendarRegister.CalendarFile;

/** The administrator's working calendars: the years that are known, and the form for one of them or a new one. */
@Named("calendarView")
@ViewScoped
public class CalendarView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    CalendarRegister register;

    @Inject
    Formats formats;

    @Inject
    ConsoleTexts texts;

    @Inject
    Answers answers;

    private String year;
    private String newYear;
    private String source;
    private String holidays;
    private String makeUpDays;
    private String tag = AdministrationLog.NEW;
    private String problem;
    private transient List<CalendarFile> all;

    /** Reads the list, and into the form the year that the address names. */
    public void open() {
        all = answers.orErrorPage(register::all);
        if (all == null || source != null) {
            return;
        }
        if (year == null || year.isBlank()) {
            newYear = getMissing().stream().findFirst().map(String::valueOf).orElse(null);
            return;
        }
        int asked = Positions.number(year, 0L).intValue();
        CalendarFile file = answers.orErrorPage(() -> register.get(asked));
        if (file != null) {
            newYear = String.valueOf(file.notice().year());
            source = file.notice().source();
            holidays = file.notice().holidays().stream()
                    .map(period -> period.from()
                            + (period.from().equals(period.to()) ? "" : ".." + period.to())
                            + (period.name().isEmpty() ? "" : " " + period.name()))
                    .collect(Collectors.joining("\n"));
            makeUpDays =
                    file.notice().makeUpDays().stream().map(LocalDate::toString).collect(Collectors.joining(" "));
            tag = file.tag();
        }
    }

    /** Puts what the form says. */
    public void put() {
        problem = null;
        try {
            CalendarDraft draft = draft();
            if (draft != null) {
                register.put(Positions.number(newYear, 0L).intValue(), draft, tag);
                answers.leadTo("calendar.xhtml", "notice", "put");
            }
        } catch (BusinessRefusal refusal) {
            problem = texts.refusal(refusal);
        }
    }

    /** What the form says; null after a problem was noted. */
    private CalendarDraft draft() {
        List<HolidayPeriod> periods = new ArrayList<>();
        for (String line : lines(holidays, "\\R")) {
            try {
                periods.addAll(WorkingDaysText.periods(line));
            } catch (RuntimeException unreadable) {
                problem = texts.f("calendar.badLine", line);
                return null;
            }
        }
        List<LocalDate> days = new ArrayList<>();
        for (String word : lines(makeUpDays, "\\s+")) {
            try {
                days.add(LocalDate.parse(word));
            } catch (java.time.format.DateTimeParseException unreadable) {
                problem = texts.f("calendar.badLine", word);
                return null;
            }
        }
        return new CalendarDraft(source, periods, days);
    }

    private static List<String> lines(String text, String separator) {
        return text == null
                ? List.of()
                : java.util.Arrays.stream(text.split(separator))
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }

    public List<CalendarFile> getAll() {
        if (all == null) {
            all = register.all();
        }
        return all;
    }

    /** This year and the next, where their calendars are not there yet. */
    public List<Integer> getMissing() {
        int present = formats.year();
        return java.util.stream.IntStream.of(present, present + 1)
                .filter(wanted ->
                        getAll().stream().noneMatch(file -> file.notice().year() == wanted))
                .boxed()
                .toList();
    }

    public String getProblem() {
        return problem;
    }

    public String getYear() {
        return year;
    }

    public void setYear(String year) {
        this.year = year;
    }

    public String getNewYear() {
        return newYear;
    }

    public void setNewYear(String newYear) {
        this.newYear = newYear;
    }

    public String getSource() {
        return source;
    }

    public void setSource(String source) {
        this.source = source;
    }

    public String getHolidays() {
        return holidays;
    }

    public void setHolidays(String holidays) {
        this.holidays = holidays;
    }

    public String getMakeUpDays() {
        return makeUpDays;
    }

    public void setMakeUpDays(String makeUpDays) {
        this.makeUpDays = makeUpDays;
    }
}
