package org.chengxin.intake.boundary;

import org.chengxin.intake.control.MappingProposal;
import org.chengxin.kernel.BusinessRefusal;

/** This layout was never confirmed by this supplier for this item; the proposal is to be confirmed or amended. */
public class MappingRequired extends BusinessRefusal {

    private static final long serialVersionUID = 1L;

    private final transient MappingProposal proposal;

    public MappingRequired(String itemCode, MappingProposal proposal) {
        super(Kind.INVALID, "MAPPING_REQUIRED", itemCode);
        this.proposal = proposal;
    }

    public MappingProposal proposal() {
        return proposal;
    }
}
