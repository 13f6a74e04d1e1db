package org.chengxin.intake.control;

import java.util.Optional;
import org.chengxin.catalogue.boundary.Catalogue;
import org.chengxin.catalogue.boundary.CatalogueEntry;

/**
 * How a file's columns are read without asking anybody.
 *
 * @param template every heading is the title or the name of a field, so that nothing was ever to be confirmed
 */
public record ConfirmedLayout(HeaderMapping mapping, boolean template) {

    /** The layout of a file, unless nobody of this supplier has confirmed it. */
    public static Optional<ConfirmedLayout> of(
            Catalogue catalogue, CatalogueEntry item, Long organisation, RowSource file) {
        return HeaderMapping.identity(item.definition(), file.header())
                .map(mapping -> new ConfirmedLayout(mapping, true))
                .or(() -> HeaderMapping.fingerprints(file.header()).stream()
                        .flatMap(print -> catalogue.mapping(item.itemId(), organisation, print).stream())
                        .findFirst()
                        .map(confirmed -> new ConfirmedLayout(
                                LotReading.mapping(confirmed).arrangedAs(file.header()), false)));
    }
}
