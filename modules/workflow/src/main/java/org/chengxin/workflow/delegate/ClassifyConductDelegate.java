package org.chengxin.workflow.delegate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.chengxin.kernel.Section;

/** ClassifyConduct: the section by rule; none where the supplier left it open. */
@Named("classifyConduct")
@ApplicationScoped
public class ClassifyConductDelegate extends RecordDelegate {

    @Override
    void take(String recordNo, DelegateExecution execution) {
        execution.setVariable(
                Variables.SECTION,
                records.classify(recordNo, step(execution)).map(Section::name).orElse(null));
    }
}
