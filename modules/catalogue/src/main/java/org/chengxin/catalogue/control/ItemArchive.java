package org.chengxin.catalogue.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chengxin.catalogue.boundary.ItemFile;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.catalogue.entity.CatalogueItem;
import org.chengxin.catalogue.entity.CatalogueItemVersion;
import org.chengxin.catalogue.entity.CatalogueSupplier;
import org.chengxin.kernel.time.ApplicationClock;

/** Items with every version that they ever had. */
@ApplicationScoped
public class ItemArchive {

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Inject
    ApplicationClock clock;

    /** The item of this code, whether or not a version of it is live. */
    public Optional<CatalogueItem> find(String code) {
        return em.createNamedQuery("CatalogueItem.byCode", CatalogueItem.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst();
    }

    /** Its versions, oldest first. */
    public List<CatalogueItemVersion> versions(Long itemId) {
        return em.createNamedQuery("CatalogueItemVersion.ofItem", CatalogueItemVersion.class)
                .setParameter("item", itemId)
                .getResultList();
    }

    /** The keys of those versions that a lot was checked with. */
    public Set<Long> inUse(Long itemId) {
        Set<Long> used = new HashSet<>();
        for (Object id : em.createNativeQuery("SELECT catalogue_versions_in_use(?1)")
                .setParameter(1, itemId)
                .getResultList()) {
            used.add(((Number) id).longValue());
        }
        return used;
    }

    /** The supplier, if the organisation is one. */
    public Optional<CatalogueSupplier> supplier(Long itemId, Long organisationId) {
        return Optional.ofNullable(em.find(CatalogueSupplier.class, new CatalogueSupplier.Key(itemId, organisationId)));
    }

    /** All that is kept of an item. */
    public ItemFile file(CatalogueItem item) {
        Set<Long> used = inUse(item.id());
        List<CatalogueItemVersion> versions = versions(item.id());
        Long live = versions.stream()
                .filter(version -> !version.effectiveFrom().isAfter(clock.today()))
                .reduce((earlier, later) -> later)
                .map(CatalogueItemVersion::id)
                .orElse(null);
        return new ItemFile(
                item.id(),
                item.code(),
                tag(item, live),
                versions.stream()
                        .map(version -> new ItemFile.Version(
                                version.id(),
                                ItemDefinition.fromJson(version.definition()),
                                version.effectiveFrom(),
                                version.id().equals(live),
                                used.contains(version.id()),
                                version.createdBy(),
                                Optional.ofNullable(version.createdAt())
                                        .map(OffsetDateTime::toInstant)
                                        .orElse(null)))
                        .toList(),
                em.createNamedQuery("CatalogueSupplier.ofItem", CatalogueSupplier.class)
                        .setParameter("item", item.id())
                        .getResultStream()
                        .map(supplier -> new ItemFile.Supplier(
                                supplier.organisationId(),
                                supplier.standingScope(),
                                supplier.declaredVersion(),
                                supplier.declaredBy(),
                                supplier.declaredOn()))
                        .toList());
    }

    /** What an item looks like today, as a tag: its changes and the version that is live. */
    public static String tag(CatalogueItem item, Long liveVersion) {
        return item.revision() + "." + (liveVersion == null ? 0 : liveVersion);
    }
}
