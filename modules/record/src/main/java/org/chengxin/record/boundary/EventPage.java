package org.chengxin.record.boundary;

import java.util.List;

/**
 * A page of a record's events, oldest first.
 *
 * @param next where to go on; null at the end
 */
public record EventPage(List<EventView> events, String next) {}
