package org.chengxin.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
}
