package org.chengxin.intake.boundary;

import java.time.OffsetDateTime;

/**
 * Rows that name the same subject, which nobody has found.
 *
 * @param id opaque, for decisions on the group
 * @param name as the rows give it; empty for none
 * @param code the first code of the rows, masked where it is a person's number; empty for none
 * @param ambiguous a registered subject fits in part, or more than one does
 * @param rows how many wait
 * @param lots in how many lots
 * @param oldest when the oldest of these lots came
 * @param suppliers names of the departments that sent them, joined
 */
public record UnmatchedGroup(
        String id,
        String name,
        String code,
        boolean ambiguous,
        int rows,
        int lots,
        OffsetDateTime oldest,
        String suppliers) {}
