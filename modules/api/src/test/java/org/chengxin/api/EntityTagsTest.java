package org.chengxin.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.chengxin.kernel.BusinessRefusal;
import org.junit.jupiter.api.Test;

class EntityTagsTest {

    @Test
    void theTagIsWhatStandsBetweenTheQuotes() {
        assertThat(EntityTags.held("\"3.17\"")).isEqualTo("3.17");
        assertThat(EntityTags.held(" \"3.17\" ")).isEqualTo("3.17");
    }

    @Test
    void noneAndAnyAskForNothing() {
        assertThat(EntityTags.held(null)).isNull();
        assertThat(EntityTags.held("*")).isNull();
    }

    @Test
    void aWeakOneNeverMatches() {
        for (String weak : new String[] {"W/\"3\"", "3", "\"", "\"3\", \"4\""}) {
            assertThatThrownBy(() -> EntityTags.held(weak))
                    .isInstanceOfSatisfying(BusinessRefusal.class, refusal -> assertThat(refusal.kind())
                            .isEqualTo(BusinessRefusal.Kind.GONE_STALE));
        }
    }

    @Test
    void aTagFollowsWhateverTheAnswerShowsAndStillSaysTheVersion() {
        String before = EntityTags.versioned(7, Map.of("subject", "甲公司"));
        String after = EntityTags.versioned(7, Map.of("subject", "乙公司"));
        assertThat(after).isNotEqualTo(before).startsWith("7-");
        assertThat(EntityTags.versioned(7, Map.of("subject", "甲公司"))).isEqualTo(before);
        assertThat(EntityTags.heldNumber('"' + before + '"')).isEqualTo(7);
        assertThat(EntityTags.heldNumber('"' + after + '"')).isEqualTo(7);
        assertThat(EntityTags.heldNumber("\"7\"")).isEqualTo(7);
        assertThat(EntityTags.heldNumber(null)).isNull();
        for (String foreign : new String[] {"\"\"", "\"x-7\"", "\"-7\""}) {
            assertThatThrownBy(() -> EntityTags.heldNumber(foreign)).isInstanceOf(BusinessRefusal.class);
        }
    }
}
