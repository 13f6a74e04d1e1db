package org.chengxin.workflow.boundary;

/**
 * What work in progress is asked for.
 *
 * @param process id of a process: {@code Submission} or {@code CreditRecord}
 * @param organisation code of a supplying organisation; null for all that the caller oversees
 * @param item code of a catalogue item; null for all
 * @param days how many days back what is through is counted, 1 … 366
 */
public record FlowQuery(String process, String organisation, String item, int days) {}
