package org.chengxin.workflow.engine;

import java.util.logging.Logger;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.runtime.Incident;
import org.chengxin.workflow.control.CauseText;

/**
 * Says once in the log that a step stands still, when its last retry has failed, so that whoever watches the log need not
 * tell a failure that is tried again from one that is not.
 */
class LoggedIncidents extends DefaultIncidentHandler {

    private static final Logger LOG = Logger.getLogger(LoggedIncidents.class.getName());

    LoggedIncidents() {
        super(Incident.FAILED_JOB_HANDLER_TYPE);
    }

    @Override
    public Incident handleIncident(IncidentContext context, String message) {
        LOG.severe(() -> "Step " + context.getActivityId() + " of " + context.getProcessDefinitionId()
                + " stands still (job " + context.getConfiguration() + "): " + CauseText.of(message, null));
        return super.handleIncident(context, message);
    }
}
