package org.chengxin.organisation.boundary;

/**
 * An administrator put a year's calendar; what was counted through that year has to be counted again.
 *
 * @param year the year
 */
public record CalendarChanged(int year) {}
