package org.chengxin.workflow.boundary;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * What one check found.
 *
 * @param counts how many of each kind it found and how many of them it repaired; kinds of which there are none are left out
 * @param findings what is left for people, the longest standing first; of each kind at most two hundred
 */
public record StuckCheck(
        String node, OffsetDateTime finishedAt, Map<StuckKind, Count> counts, List<StuckFinding> findings) {

    public record Count(long found, long repaired) {

        /** Whether some of them could be repaired and others not. */
        public boolean inPart() {
            return repaired > 0 && repaired < found;
        }
    }

    /** How many are left for people. */
    public long left() {
        return counts.values().stream()
                .mapToLong(count -> count.found() - count.repaired())
                .sum();
    }
}
