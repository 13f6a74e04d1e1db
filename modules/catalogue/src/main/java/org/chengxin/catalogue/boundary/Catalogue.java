package org.chengxin.catalogue.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.io.StringReader;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.chengxin.catalogue.control.ItemArchive;
import org.chengxin.catalogue.definition.CodeTableDefinition;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.catalogue.entity.CatalogueItem;
import org.chengxin.catalogue.entity.CatalogueItemVersion;
import org.chengxin.catalogue.entity.CatalogueSupplier;
import org.chengxin.catalogue.entity.ColumnMapping;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.Role;
import org.chengxin.kernel.sql.KeyTaken;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.organisation.boundary.CurrentActor;

/** The catalogue as it is live today (E02, E06), and the mappings that suppliers confirmed. */
@Stateless
@PermitAll
public class Catalogue {

    /** A version never changes, so what was parsed once serves for good. */
    private static final Map<Long, ItemDefinition> DEFINITIONS = new ConcurrentHashMap<>();

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Inject
    ApplicationClock clock;

    @Inject
    CurrentActor currentActor;

    /**
     * The item with its live version.
     *
     * @throws BusinessRefusal NOT_FOUND ITEM_UNKNOWN
     */
    public CatalogueEntry item(String code) {
        CatalogueItem item = em.createNamedQuery("CatalogueItem.byCode", CatalogueItem.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> BusinessRefusal.notFound("ITEM_UNKNOWN", code));
        return entry(
                item,
                liveVersions(item.id()).get(item.id()),
                em.createNamedQuery("CatalogueSupplier.ofItem", CatalogueSupplier.class)
                        .setParameter("item", item.id())
                        .getResultList());
    }

    /** Every item that has a live version, by code. */
    public List<CatalogueEntry> items() {
        Map<Long, List<CatalogueSupplier>> suppliers = em.createNamedQuery(
                        "CatalogueSupplier.all", CatalogueSupplier.class)
                .getResultStream()
                .collect(Collectors.groupingBy(CatalogueSupplier::itemId));
        Map<Long, CatalogueItemVersion> versions = liveVersions(null);
        return em.createNamedQuery("CatalogueItem.all", CatalogueItem.class)
                .getResultStream()
                .filter(item -> versions.containsKey(item.id()))
                .map(item -> entry(item, versions.get(item.id()), suppliers.getOrDefault(item.id(), List.of())))
                .toList();
    }

    /** The items that this organisation supplies. */
    public List<CatalogueEntry> itemsOf(Long organisationId) {
        return items().stream()
                .filter(entry -> entry.suppliedBy(organisationId))
                .toList();
    }

    /** An item by its names. */
    public record ItemName(String code, String name, String nameEn) {}

    /** The names of the items that an organisation supplies, by code; one statement, and no definition is read. */
    @SuppressWarnings("unchecked")
    public List<ItemName> namesOf(Long organisationId) {
        List<Object[]> rows = em.createNativeQuery("SELECT i.code, i.name, i.name_en FROM catalogue_item i"
                        + " WHERE EXISTS (SELECT FROM catalogue_supplier s WHERE s.item_id = i.id"
                        + " AND s.organisation_id = ?1) ORDER BY i.code")
                .setParameter(1, organisationId)
                .getResultList();
        return rows.stream()
                .map(row -> new ItemName((String) row[0], (String) row[1], (String) row[2]))
                .toList();
    }

    /** A definition by the key of its version: what a record was checked with, whatever is live today. */
    public ItemDefinition definition(Long versionId) {
        return DEFINITIONS.computeIfAbsent(
                versionId,
                id -> ItemDefinition.fromJson(
                        em.find(CatalogueItemVersion.class, id).definition()));
    }

    /** All code tables, by their code. */
    public Map<String, CodeTableDefinition> codeTables() {
        Map<String, CodeTableDefinition> tables = new HashMap<>();
        for (Object definition :
                em.createNativeQuery("SELECT definition::text FROM code_table").getResultList()) {
            try (JsonReader reader = Json.createReader(new StringReader((String) definition))) {
                CodeTableDefinition table = CodeTableDefinition.fromJson(reader.readObject());
                tables.put(table.code(), table);
            }
        }
        return tables;
    }

    /** The mapping that was confirmed for this layout by this supplier, as JSON. */
    public Optional<String> mapping(Long itemId, Long organisationId, String fingerprint) {
        return find(itemId, organisationId, fingerprint).map(ColumnMapping::mapping);
    }

    /**
     * A clerk confirms how the layout of the own department is read.
     *
     * @param fingerprint of the normalised header
     * @param mapping JSON: header, columns, ignored, fixed
     * @param tag of the mapping of this layout as the clerk saw it; null to confirm whatever there was
     * @throws BusinessRefusal NOT_FOUND ITEM_UNKNOWN; FORBIDDEN NOT_SUPPLIER; CONFLICT CONCURRENT_CHANGE; GONE_STALE
     *     STALE, also for the tag of a layout that nobody has confirmed
     */
    @RolesAllowed({Role.Names.CLERK, Role.Names.SUPPLIER_SYSTEM})
    public ConfirmedMapping confirmMapping(String itemCode, String fingerprint, String mapping, String tag) {
        CatalogueEntry item = supplied(itemCode);
        Long organisation = currentActor.get().organisationId();
        ColumnMapping present = find(item.itemId(), organisation, fingerprint).orElse(null);
        if (tag != null && (present == null || !tag.equals(tag(present)))) {
            throw BusinessRefusal.stale("STALE");
        }
        ColumnMapping entity = present == null ? new ColumnMapping(item.itemId(), organisation, fingerprint) : present;
        entity.confirm(mapping, currentActor.get().username(), clock.instant().atOffset(ZoneOffset.UTC));
        em.persist(entity);
        try {
            em.flush();
        } catch (PersistenceException failure) {
            throw KeyTaken.or(failure);
        }
        return confirmed(entity);
    }

    /**
     * The layouts of an item that the caller's organisation has confirmed, in the order in which they came.
     *
     * @param after position of the last one of the page before; 0 for the beginning
     * @throws BusinessRefusal NOT_FOUND ITEM_UNKNOWN; FORBIDDEN NOT_SUPPLIER
     */
    @RolesAllowed({Role.Names.CLERK, Role.Names.REVIEWER, Role.Names.SUPERVISOR, Role.Names.SUPPLIER_SYSTEM})
    public List<ConfirmedMapping> mappings(String itemCode, long after, int most) {
        return em.createNamedQuery("ColumnMapping.ofSupplier", ColumnMapping.class)
                .setParameter("item", supplied(itemCode).itemId())
                .setParameter("organisation", currentActor.get().organisationId())
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultStream()
                .map(Catalogue::confirmed)
                .toList();
    }

    /** An item that the caller's organisation supplies. */
    private CatalogueEntry supplied(String itemCode) {
        CatalogueEntry item = item(itemCode);
        if (!item.suppliedBy(currentActor.get().organisationId())) {
            throw BusinessRefusal.forbidden("NOT_SUPPLIER", itemCode);
        }
        return item;
    }

    private static ConfirmedMapping confirmed(ColumnMapping entity) {
        return new ConfirmedMapping(
                entity.id(), entity.mapping(), entity.confirmedBy(), entity.confirmedAt(), tag(entity));
    }

    private static String tag(ColumnMapping entity) {
        return String.valueOf(entity.version());
    }

    private Optional<ColumnMapping> find(Long itemId, Long organisationId, String fingerprint) {
        return em.createNamedQuery("ColumnMapping.find", ColumnMapping.class)
                .setParameter("item", itemId)
                .setParameter("organisation", organisationId)
                .setParameter("fingerprint", fingerprint)
                .getResultStream()
                .findFirst();
    }

    /** The version of each item (or of one) that is in effect today, with one statement. */
    private Map<Long, CatalogueItemVersion> liveVersions(Long itemId) {
        Map<Long, CatalogueItemVersion> live = new HashMap<>();
        em.createNamedQuery("CatalogueItemVersion.live", CatalogueItemVersion.class)
                .setParameter("all", itemId == null)
                .setParameter("item", itemId == null ? -1L : itemId)
                .setParameter("today", clock.today())
                .getResultStream()
                .forEach(version -> live.put(version.itemId(), version));
        return live;
    }

    private CatalogueEntry entry(CatalogueItem item, CatalogueItemVersion version, List<CatalogueSupplier> suppliers) {
        if (version == null) {
            throw BusinessRefusal.notFound("ITEM_UNKNOWN", item.code());
        }
        ItemDefinition definition =
                DEFINITIONS.computeIfAbsent(version.id(), id -> ItemDefinition.fromJson(version.definition()));
        return new CatalogueEntry(
                item.id(),
                item.code(),
                version.id(),
                definition,
                ItemArchive.tag(item, version.id()),
                suppliers.stream()
                        .map(s ->
                                new CatalogueEntry.Supplier(s.organisationId(), s.standingScope(definition.version())))
                        .toList());
    }
}
