package org.chengxin.workflow.delegate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.chengxin.intake.boundary.LotNews;

/** CheckRows: one chunk of rows is checked, matched and staged. */
@Named("checkRows")
@ApplicationScoped
public class CheckRowsDelegate extends LotDelegate {

    @Inject
    LotNews news;

    @Override
    void take(String lotNo, DelegateExecution execution) {
        boolean rowsLeft = lots.checkRows(lotNo);
        execution.setVariable(Variables.ROWS_LEFT, rowsLeft);
        if (!rowsLeft) {
            news.checked(lotNo);
            boolean accepted = lots.anyAccepted(lotNo);
            execution.setVariable(Variables.ACCEPTED, accepted);
            execution.setVariable(Variables.REVIEWED, accepted && lots.goesOnUnreviewed(lotNo));
            execution.setVariable(Variables.PARTS, lots.parts(lotNo));
        }
    }
}
