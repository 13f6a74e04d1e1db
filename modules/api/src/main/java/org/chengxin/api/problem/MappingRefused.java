package org.chengxin.api.problem;

import java.util.List;
import org.chengxin.intake.control.HeaderMapping;
import org.chengxin.kernel.BusinessRefusal;

/** A mapping that somebody wants to confirm cannot be used; all faults are told at once. */
public class MappingRefused extends BusinessRefusal {

    private static final long serialVersionUID = 1L;

    private final transient List<HeaderMapping.Problem> faults;

    /**
     * @param faults at least one
     */
    public MappingRefused(String itemCode, List<HeaderMapping.Problem> faults) {
        super(Kind.INVALID, "MAPPING_INVALID", itemCode);
        this.faults = List.copyOf(faults);
    }

    public List<HeaderMapping.Problem> faults() {
        return faults;
    }
}
