package org.chengxin.api.view;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.time.HolidayPeriod;
import org.chengxin.organisation.boundary.CalendarDraft;
import org.chengxin.organisation.boundary.CalendarRegister.CalendarFile;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The working days of a year; in a request the year of the address counts. */
@Schema(name = "CalendarYear", description = "一年的放假和调休 / days off and days worked instead, of one year")
public record CalendarJson(
        @Schema(readOnly = true) Integer year,

        @Schema(description = "通知文号 / the notice that says so", example = "国办发明电〔2025〕7号")
        String source,

        @Schema(description = "放假 / days off; weekends need not be among them")
        List<Holiday> holidays,

        @Schema(description = "调休上班的周六、周日 / Saturdays and Sundays that are worked")
        List<LocalDate> makeUpDays,

        @Schema(
                description = "最近由谁修改；随版本提供的没有 / who changed it last, none where it came with the version",
                readOnly = true)
        String changedBy,

        @Schema(readOnly = true) OffsetDateTime changedAt) {

    /** Days off in one piece. */
    @Schema(
            name = "Holiday",
            requiredProperties = {"from"})
    public record Holiday(
            @Schema(example = "春节") String name,

            LocalDate from,

            @Schema(description = "最后一天；只有一天时可省略 / the last day; may be left out where it is one day")
            LocalDate to) {}

    /** The years that are known. */
    @Schema(
            name = "CalendarYearList",
            requiredProperties = {"items"})
    public record Years(List<CalendarJson> items) {}

    /** The answer about a year. */
    public static CalendarJson of(CalendarFile file) {
        return new CalendarJson(
                file.notice().year(),
                file.notice().source(),
                file.notice().holidays().stream()
                        .map(period -> new Holiday(period.name(), period.from(), period.to()))
                        .toList(),
                file.notice().makeUpDays(),
                file.changedBy(),
                Moments.civil(file.changedAt()));
    }

    /**
     * What is said about it.
     *
     * @throws BusinessRefusal INVALID REQUIRED or PARAMETER_INVALID with the member
     */
    public CalendarDraft toDraft() {
        if (makeUpDays != null && makeUpDays.contains(null)) {
            throw BusinessRefusal.invalid("REQUIRED", "makeUpDays");
        }
        return new CalendarDraft(
                source,
                holidays == null
                        ? null
                        : holidays.stream().map(CalendarJson::period).toList(),
                makeUpDays);
    }

    private static HolidayPeriod period(Holiday holiday) {
        if (holiday == null || holiday.from() == null) {
            throw BusinessRefusal.invalid("REQUIRED", "from");
        }
        LocalDate to = holiday.to() == null ? holiday.from() : holiday.to();
        if (to.isBefore(holiday.from())) {
            throw BusinessRefusal.invalid("PARAMETER_INVALID", "to", to);
        }
        return new HolidayPeriod(holiday.name() == null ? "" : holiday.name().strip(), holiday.from(), to);
    }
}
