package org.chengxin.workflow.boundary;

import java.time.OffsetDateTime;

/**
 * A step that failed as often as it may and stands still.
 *
 * @param jobId what {@link EngineIncidents#retry} takes
 * @param process id of the process such as {@code Submission}
 * @param step id of the element such as {@code AdmitRecords}
 * @param businessKey number of the lot or record; null for a process that has none
 * @param since when the last try failed, by the application's clock
 * @param cause one line without personal data; empty where the engine kept none
 */
public record FailedStep(
        String jobId, String process, String step, String businessKey, OffsetDateTime since, String cause) {}
