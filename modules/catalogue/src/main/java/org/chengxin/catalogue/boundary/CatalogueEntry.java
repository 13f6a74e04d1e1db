package org.chengxin.catalogue.boundary;

import java.util.List;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.kernel.DisclosureScope;

/**
 * A catalogue item in the version that is live today.
 *
 * @param tag changes with every change of the item, and when another version becomes live
 * @param suppliers who may supply it
 */
public record CatalogueEntry(
        Long itemId, String code, Long versionId, ItemDefinition definition, String tag, List<Supplier> suppliers) {

    /**
     * @param standingScope the supplier's standing declaration for this version of the item (G01); null for none
     */
    public record Supplier(Long organisationId, DisclosureScope standingScope) {}

    public boolean suppliedBy(Long organisationId) {
        return suppliers.stream().anyMatch(s -> s.organisationId().equals(organisationId));
    }

    /** The standing declaration of this supplier, or null. */
    public DisclosureScope standingScope(Long organisationId) {
        return suppliers.stream()
                .filter(s -> s.organisationId().equals(organisationId))
                .findFirst()
                .map(Supplier::standingScope)
                .orElse(null);
    }
}
