package org.chengxin.api;

import java.util.Arrays;
import java.util.Objects;
import org.chengxin.workflow.boundary.TaskView;

/** The entity tag (RFC 9110 8.8.3) of a task: it changes when the task is claimed, released or decided. */
final class TaskTag {

    private TaskTag() {}

    /** The tag without its quotation marks. */
    static String of(TaskView task) {
        return Integer.toHexString(Objects.hash(
                task.id(), task.state(), task.assignee(), task.claimedAt(), task.outcome(), task.decidedAt()));
    }

    /** Whether an If-Match header names this state of the task; an asterisk names any. */
    static boolean matches(String ifMatch, TaskView task) {
        String current = '"' + of(task) + '"';
        return Arrays.stream(ifMatch.split(","))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals(current));
    }
}
