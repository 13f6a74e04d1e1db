package org.chengxin.workflow.delegate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.chengxin.secrecy.boundary.DisclosureSteps;

/** DetermineScope: who may see it, as the supplier said. */
@Named("determineScope")
@ApplicationScoped
public class DetermineScopeDelegate extends RecordDelegate {

    @Inject
    DisclosureSteps disclosure;

    @Override
    void take(String recordNo, DelegateExecution execution) {
        execution.setVariable(
                Variables.SCOPE, disclosure.determine(recordNo, step(execution)).name());
    }
}
