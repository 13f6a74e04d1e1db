package org.chengxin.intake.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.chengxin.subject.boundary.SubjectMatch;
import org.junit.jupiter.api.Test;

class RowPlacementTest {

    private static final RowPlacement.Candidate ROW =
            new RowPlacement.Candidate(2, "by what the row says", "2026|甲字1号", "h", null, false);

    @Test
    void aRecordIsFoundByTheKeyOfASubjectThatWasMergedSince() {
        String provisional =
                RowPlacement.keys(ROW, SubjectMatch.byHand(7L, Set.of())).get(0);
        List<String> keys = RowPlacement.keys(ROW, SubjectMatch.byHand(3L, new TreeSet<>(Set.of(7L, 9L))));
        assertThat(keys).hasSize(3).doesNotHaveDuplicates();
        assertThat(keys.get(0))
                .isEqualTo(RowPlacement.keys(ROW, SubjectMatch.byHand(3L, Set.of()))
                        .get(0));
        assertThat(keys).contains(provisional);
    }

    @Test
    void whoIsNotFoundIsNoPartOfTheKey() {
        SubjectMatch nobody = new SubjectMatch(SubjectMatch.How.NONE, null, null, List.of(), Set.of());
        assertThat(RowPlacement.keys(ROW, nobody)).containsExactly("by what the row says");
        assertThat(RowPlacement.keys(ROW, null)).containsExactly("by what the row says");
    }
}
