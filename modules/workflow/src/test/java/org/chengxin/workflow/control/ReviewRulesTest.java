package org.chengxin.workflow.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chengxin.intake.boundary.LotSamples;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.Role;
import org.chengxin.workflow.entity.WorklistTask;
import org.junit.jupiter.api.Test;

/** Who is asked whether the sample was looked at. */
class ReviewRulesTest {

    private static final Actor YI = Actor.process("yi");

    private final List<String> asked = new ArrayList<>();

    private ReviewRules rules(boolean required) {
        ReviewRules rules = new ReviewRules();
        rules.required = required;
        rules.samples = new LotSamples() {
            @Override
            public void refuseUnseen(String lotNo, String review, Actor actor, boolean stated) {
                asked.add(lotNo + " " + review + (stated ? " held against the looks" : " refused as stated"));
            }
        };
        return rules;
    }

    private static WorklistTask task(String step) {
        return new WorklistTask("t", "Submission", "p", step, "f", "L1", "x", 3L, Role.REVIEWER, Instant.EPOCH);
    }

    private void decide(boolean required, String step, Map<String, String> decision) {
        rules(required).refuseUnseen(task(step), YI, decision);
    }

    @Test
    void whatIsSaidIsHeldAgainstTheLooksInEveryInstallation() {
        for (boolean required : new boolean[] {false, true}) {
            decide(required, "ReviewLot", Map.of("outcome", "approve", "sampleSeen", "true"));
            decide(required, "ReviewLot", Map.of("outcome", "approve", "sampleSeen", "false"));
        }
        assertThat(asked)
                .containsExactly(
                        "L1 t held against the looks",
                        "L1 t refused as stated",
                        "L1 t held against the looks",
                        "L1 t refused as stated");
    }

    @Test
    void whoSaysNothingIsAskedOnlyWhereTheInstallationWantsItFromEverybody() {
        decide(false, "ReviewLot", Map.of("outcome", "approve"));
        assertThat(asked).isEmpty();
        decide(true, "ReviewLot", Map.of("outcome", "approve"));
        assertThat(asked).containsExactly("L1 t held against the looks");
    }

    @Test
    void aReturnAndTheDecisionOnOneRecordNeedNoSample() {
        decide(true, "ReviewLot", Map.of("outcome", "return", "reason", "x"));
        decide(true, "ClassifyRecord", Map.of("section", "ALERT"));
        assertThat(asked).isEmpty();
    }
}
