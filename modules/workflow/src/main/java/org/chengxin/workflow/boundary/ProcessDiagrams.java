package org.chengxin.workflow.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.chengxin.record.boundary.EventView;
import org.chengxin.workflow.control.ProcessModel;
import org.chengxin.workflow.control.ProcessPath;

/**
 * Draws the processes. What a record went through is drawn from its events, so that it can be seen for records whose
 * instance is long gone, and costs the engine nothing. The picture is that of the model in this version; what an earlier
 * version had and this one has not is left out.
 */
@ApplicationScoped
public class ProcessDiagrams {

    /** Ids of the processes that lots and records go through. */
    public static final List<String> PROCESSES = List.of("Submission", "CreditRecord");

    private static final String CREDIT_RECORD = "CreditRecord";

    private final ProcessModel creditRecord = ProcessModel.read("processes/credit-record.bpmn");
    private final ProcessModel submission = ProcessModel.read("processes/submission.bpmn");

    /**
     * A process with nothing going through it.
     *
     * @param process one of {@link #PROCESSES}
     */
    public ProcessDiagram of(String process) {
        return (CREDIT_RECORD.equals(process) ? creditRecord : submission).drawn(process);
    }

    /**
     * The way of a record through {@code credit-record.bpmn}.
     *
     * @param run the events of the record since its present content came, in the order in which they happened
     */
    public ProcessDiagram ofRecord(List<EventView> run) {
        ProcessPath path = new ProcessPath(creditRecord);
        EventView last = null;
        boolean overtaken = false;
        for (EventView event : run) {
            if (CREDIT_RECORD.equals(event.process()) && path.follow(event.activity())) {
                last = event;
            } else if (last != null && "END".equals(event.type())) {
                overtaken = true;
            }
        }
        // a step that did something else than it is for, such as ending what was to be published, is where it stays
        if (last != null && creditRecord.does(last.activity(), last.type())) {
            path.rest();
        }
        if (overtaken) {
            path.interrupt();
        }
        return creditRecord.drawn(CREDIT_RECORD, path);
    }
}
