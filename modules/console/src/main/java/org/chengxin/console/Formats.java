package org.chengxin.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.kernel.time.CivilTime;
import org.chengxin.organisation.boundary.OfficialClock;

/** Dates, moments and numbers as officials write them, always in the civil time of China. */
@Named("fmt")
@RequestScoped
public class Formats {

    private static final LocalDate LONG_TERM = LocalDate.of(2099, 12, 31);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日 EEE", Locale.CHINA);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("M月d日 EEE", Locale.CHINA);
    private static final DateTimeFormatter DAY_EN = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_EN = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

    @Inject
    ApplicationClock clock;

    @Inject
    OfficialClock officialClock;

    @Inject
    ConsoleTexts texts;

    /** The present year. */
    public int year() {
        return clock.today().getYear();
    }

    /** A day with its weekday: 2026年11月27日 周五; long term for the day that stands for no end. */
    public String day(LocalDate date) {
        if (date == null) {
            return "";
        }
        return LONG_TERM.equals(date) ? texts.t("date.longTerm") : date.format(texts.isEnglish() ? DAY_EN : DAY);
    }

    /** Day of the month and weekday: 11月27日 周五; with the year where it is another than this. */
    public String shortDay(LocalDate date) {
        if (date.getYear() != clock.today().getYear()) {
            return day(date);
        }
        return date.format(texts.isEnglish() ? SHORT_EN : SHORT);
    }

    /** A value of a record's content; the day that stands for no end by its word. */
    public String plain(String value) {
        return LONG_TERM.toString().equals(value) ? texts.t("date.longTerm") : value;
    }

    /** Date and time in Asia/Shanghai: 2026-11-23 17:05. */
    public String moment(OffsetDateTime moment) {
        return moment == null ? "" : moment.atZoneSameInstant(CivilTime.ZONE).format(MOMENT);
    }

    /** A moment of today, to the second. */
    public String second(OffsetDateTime moment) {
        return moment == null ? "" : moment.atZoneSameInstant(CivilTime.ZONE).format(SECOND);
    }

    /** A moment that came as text in a refusal; other text as it is. */
    public String momentOf(String text) {
        try {
            return moment(OffsetDateTime.parse(text));
        } catch (java.time.format.DateTimeParseException other) {
            return text;
        }
    }

    /** How long there is time: 剩余 3 个工作日（11月27日 周五）. */
    public String due(LocalDate dueOn) {
        if (dueOn == null) {
            return texts.t("due.none");
        }
        Deadlines.Line line = Deadlines.seenFrom(clock.today(), dueOn, officialClock.calendar());
        return texts.f2(line.messageKey(), line.workingDays(), shortDay(dueOn));
    }

    /** The class of the stylesheet for a deadline: due-left, due-today, due-over. */
    public String dueClass(LocalDate dueOn) {
        return dueOn == null
                ? ""
                : "due-"
                        + Deadlines.seenFrom(clock.today(), dueOn, officialClock.calendar())
                                .kind()
                                .name()
                                .toLowerCase(Locale.ROOT);
    }

    /** How long something took, in its two largest units: 3 天 4 小时; nothing for what nobody knows. */
    public String duration(Duration time) {
        if (time == null) {
            return "";
        }
        if (time.toDays() > 0) {
            return texts.f2("time.days", time.toDays(), time.toHoursPart());
        }
        if (time.toHours() > 0) {
            return texts.f2("time.hours", time.toHours(), time.toMinutesPart());
        }
        return time.toMinutes() > 0
                ? texts.f2("time.minutes", time.toMinutes(), time.toSecondsPart())
                : texts.f("time.seconds", time.toSeconds());
    }

    /** A number in groups of three. */
    public String number(Number number) {
        return number == null
                ? ""
                : NumberFormat.getIntegerInstance(Locale.ENGLISH).format(number);
    }

    /**
     * The citation in what a decision table answered ({@code table#row citation}); the answer itself where it has none.
     */
    public String citation(String rule) {
        String citation = RuleAnswer.parse(rule).citation();
        // where a person decided, the rule is the step in which that was
        return texts.knows("Step." + citation) ? texts.name("Step", citation) : citation;
    }

    /** Table and row in what a decision table answered; empty where it was no table. */
    public String tableRow(String rule) {
        return RuleAnswer.parse(rule).row();
    }
}
