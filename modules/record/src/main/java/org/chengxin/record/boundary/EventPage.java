package org.chengxin.record.boundary;

import java.util.List;

/**
 * A page of a record's events in the order in which they happened to it.
 *
 * @param next position to go on from; null at the end
 */
public record EventPage(List<EventView> events, Long next) {}
