package org.chengxin.catalogue.boundary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.kernel.DisclosureScope;

/**
 * All that is kept of an item: its versions, past, live and to come, and who supplies it.
 *
 * @param tag changes with every change of the item; to be given back with the next one, so that nobody overwrites what
 *     they have not seen
 * @param versions oldest first
 */
public record ItemFile(Long itemId, String code, String tag, List<Version> versions, List<Supplier> suppliers) {

    /**
     * @param effectiveFrom the first day on which lots are checked with it
     * @param live whether that is the one of today
     * @param used whether a lot was checked with it; it can no longer be replaced then
     * @param createdBy null for what was there from the beginning
     */
    public record Version(
            Long id,
            ItemDefinition definition,
            LocalDate effectiveFrom,
            boolean live,
            boolean used,
            String createdBy,
            Instant createdAt) {}

    /**
     * @param standingScope the latest standing declaration; null for none
     * @param declaredVersion the version that it was made for; with another one it does not count
     */
    public record Supplier(
            Long organisationId,
            DisclosureScope standingScope,
            Integer declaredVersion,
            String declaredBy,
            LocalDate declaredOn) {}

    /** The newest version. */
    public Version newest() {
        return versions.get(versions.size() - 1);
    }
}
