package org.chengxin.record.boundary;

import org.chengxin.kernel.Section;
import org.chengxin.record.entity.RecordState;

/**
 * Which records to list.
 *
 * @param state only those in it; null for all
 * @param section only those of it; null for all
 * @param item code of a catalogue item; null for all
 * @param before position that the page before ended with; null for the latest
 * @param limit records a page, at most 200
 */
public record RecordQuery(RecordState state, Section section, String item, Long before, int limit) {}
