package org.chengxin.organisation.boundary;

import java.time.LocalDate;
import java.util.List;
import org.chengxin.kernel.time.HolidayPeriod;

/**
 * What an administrator says about the working days of a year.
 *
 * @param source the notice that says so, such as 国办发明电〔2025〕7号
 * @param holidays days off; weekends need not be among them
 * @param makeUpDays Saturdays and Sundays that are worked
 */
public record CalendarDraft(String source, List<HolidayPeriod> holidays, List<LocalDate> makeUpDays) {}
