package org.chengxin.workflow.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.chengxin.intake.boundary.LotSamples;
import org.chengxin.kernel.Actor;
import org.chengxin.workflow.entity.WorklistTask;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What has to be looked at before a lot is approved in one act (docs/adr/0017). */
@ApplicationScoped
public class ReviewRules {

    /** The task in which a lot is reviewed. */
    public static final String REVIEW_LOT = "ReviewLot";

    /** The field of its decision that says whether the sample was looked at. */
    public static final String SAMPLE_SEEN = "sampleSeen";

    private static final String APPROVE = "approve";

    @Inject
    LotSamples samples;

    @Inject
    @ConfigProperty(name = "chengxin.review.sample.required", defaultValue = "false")
    boolean required;

    /**
     * Whoever says that the sample was looked at has looked at all of it, and whoever says that it was not does not
     * approve. A decision that says nothing about it is one of a system that knows nothing of samples, and stands by
     * itself as it always did, unless the installation asks for the sample; the console never decides like that.
     *
     * @throws org.chengxin.kernel.BusinessRefusal CONFLICT SAMPLE_UNSEEN
     */
    public void refuseUnseen(WorklistTask task, Actor actor, Map<String, String> decision) {
        if (!REVIEW_LOT.equals(task.step()) || !APPROVE.equals(decision.get("outcome"))) {
            return;
        }
        String seen = decision.get(SAMPLE_SEEN);
        if (seen != null || required) {
            samples.refuseUnseen(task.businessKey(), task.id(), actor, !"false".equals(seen));
        }
    }
}
