package org.chengxin.workflow.delegate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.chengxin.kernel.Section;
import org.chengxin.workflow.control.Decision;

/** ApplySection: the section that the reviewer chose. */
@Named("applySection")
@ApplicationScoped
public class ApplySectionDelegate extends RecordDelegate {

    @Override
    void take(String recordNo, DelegateExecution execution) {
        Decision decision = decision(execution);
        Section section = Section.valueOf(decision.fields().get("section"));
        records.classify(recordNo, section, step(execution, decision.actor()).because(null, decision.reason()));
        execution.setVariable(Variables.SECTION, section.name());
    }
}
