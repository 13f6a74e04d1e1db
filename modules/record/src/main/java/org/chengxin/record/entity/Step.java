package org.chengxin.record.entity;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.chengxin.kernel.Actor;

/**
 * What an event has to say about a step: who did it, when, in which process and activity, on which legal basis and why.
 *
 * @param process process id such as {@code CreditRecord}; null outside processes
 * @param activity element id such as {@code PublishRecord}
 * @param legalBasis rule or clause; null where the step needs none
 * @param reason in the words of the person who decided; null for a rule
 * @param details further facts, flat
 */
public record Step(
        Instant at,
        Actor actor,
        String process,
        String processInstanceId,
        String activity,
        String legalBasis,
        String reason,
        Map<String, String> details) {

    /** A step of a process, without reason yet. */
    public static Step of(Instant at, Actor actor, String process, String processInstanceId, String activity) {
        return new Step(at, actor, process, processInstanceId, activity, null, null, Map.of());
    }

    /** The same step with its basis and reason; what is null stays as it was. */
    public Step because(String basis, String why) {
        return new Step(
                at,
                actor,
                process,
                processInstanceId,
                activity,
                basis == null ? legalBasis : basis,
                why == null ? reason : why,
                details);
    }

    /** The same step on the basis of a rule, unless the person who decided named the law. */
    Step by(String rule) {
        return legalBasis == null ? because(rule, null) : this;
    }

    /** The same step with one more detail. */
    public Step with(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(details);
        more.put(key, value);
        return new Step(at, actor, process, processInstanceId, activity, legalBasis, reason, more);
    }
}
