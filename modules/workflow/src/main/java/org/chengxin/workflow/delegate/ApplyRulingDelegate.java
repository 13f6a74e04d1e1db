package org.chengxin.workflow.delegate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.chengxin.kernel.DisclosureScope;
import org.chengxin.secrecy.boundary.DisclosureSteps;
import org.chengxin.secrecy.boundary.Ruling;
import org.chengxin.workflow.control.Decision;

/** ApplyRuling: what the secrecy officer ruled. */
@Named("applyRuling")
@ApplicationScoped
public class ApplyRulingDelegate extends RecordDelegate {

    @Inject
    DisclosureSteps disclosure;

    @Override
    void take(String recordNo, DelegateExecution execution) {
        Decision decision = decision(execution);
        Ruling ruling = new Ruling(
                DisclosureScope.valueOf(decision.fields().get("scope")),
                decision.fields().get("ground"),
                decision.fields().get("legalBasis"),
                decision.reason());
        execution.setVariable(
                Variables.SCOPE,
                disclosure
                        .rule(recordNo, ruling, step(execution, decision.actor()))
                        .name());
    }
}
