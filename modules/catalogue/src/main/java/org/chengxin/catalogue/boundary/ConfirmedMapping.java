package org.chengxin.catalogue.boundary;

import java.time.OffsetDateTime;

/**
 * A layout of a supplier that one of its clerks confirmed.
 *
 * @param position in the list of the supplier's mappings of an item
 * @param mapping JSON: header, columns, ignored, fixed
 * @param confirmedBy name of the account
 * @param tag changes with every confirmation
 */
public record ConfirmedMapping(
        long position, String mapping, String confirmedBy, OffsetDateTime confirmedAt, String tag) {}
