package org.chengxin.intake.boundary;

import java.time.OffsetDateTime;

/**
 * An accepted row that could not become a record and that its lot went on without.
 *
 * @param row as a person sees it in the file
 * @param cause in one line, without content
 */
public record SetAsideRow(long id, String lotNo, int row, OffsetDateTime since, String cause) {}
