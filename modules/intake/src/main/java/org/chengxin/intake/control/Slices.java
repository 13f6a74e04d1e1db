package org.chengxin.intake.control;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Parts of many rows, so that what one statement carries and what is held of them at a time stay bounded. */
final class Slices {

    private Slices() {}

    /** The rows in the order of the file, at most so many in each slice; no slice for no rows. */
    static List<List<Integer>> of(Collection<Integer> rowNos, int most) {
        List<Integer> ordered = rowNos.stream().sorted().toList();
        List<List<Integer>> slices = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i += most) {
            slices.add(ordered.subList(i, Math.min(i + most, ordered.size())));
        }
        return slices;
    }
}
