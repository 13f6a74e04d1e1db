package org.chengxin.catalogue.boundary;

import java.util.List;
import org.chengxin.catalogue.definition.DefinitionFault;
import org.chengxin.kernel.BusinessRefusal;

/** A definition cannot be taken; everything that is wrong with it is told at once, each with its place. */
public class DefinitionRefused extends BusinessRefusal {

    private static final long serialVersionUID = 1L;

    private final transient List<DefinitionFault> faults;

    /**
     * @param code of the item or code table
     * @param faults at least one
     */
    public DefinitionRefused(String code, List<DefinitionFault> faults) {
        super(Kind.INVALID, "DEFINITION_INVALID", code, faults.size());
        this.faults = List.copyOf(faults);
    }

    public List<DefinitionFault> faults() {
        return faults;
    }
}
