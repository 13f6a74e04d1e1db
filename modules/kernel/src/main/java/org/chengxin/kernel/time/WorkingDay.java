package org.chengxin.kernel.time;

import java.time.LocalDate;

/**
 * A date reached by counting working days.
 *
 * @param date        the date
 * @param provisional true if a day on the way lies in a year whose calendar is not known, where only weekends counted as
 *                    free: the date may still move
 */
public record WorkingDay(LocalDate date, boolean provisional) {}
