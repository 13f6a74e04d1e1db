package org.chengxin.workflow.boundary;

import java.time.LocalDate;

/**
 * An event: somebody is to stand in for somebody, in the transaction in which that was entered.
 *
 * @param standIn account of who stands in
 * @param absentName name of who is absent
 * @param from first day
 * @param until last day
 * @param by name of who entered it
 */
public record StandInEntered(String standIn, String absentName, LocalDate from, LocalDate until, String by) {}
