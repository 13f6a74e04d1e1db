package org.chengxin.catalogue.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.chengxin.catalogue.control.ItemArchive;
import org.chengxin.catalogue.definition.DefinitionCheck;
import org.chengxin.catalogue.definition.DefinitionFault;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.catalogue.entity.CatalogueItem;
import org.chengxin.catalogue.entity.CatalogueItemVersion;
import org.chengxin.catalogue.entity.CatalogueSupplier;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.Role;
import org.chengxin.kernel.sql.KeyTaken;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.organisation.boundary.AdministrationLog;
import org.chengxin.organisation.boundary.AdministrationLog.ObjectKind;
import org.chengxin.organisation.boundary.CurrentActor;
import org.chengxin.organisation.boundary.OrganisationSummary;
import org.chengxin.organisation.boundary.Organisations;

/** The catalogue's editors put items, versions of items and suppliers, without a programmer (D23, E06, E15, E16). */
@Stateless
@RolesAllowed(Role.Names.CATALOGUE_EDITOR)
public class CatalogueAdministration {

    /** Beside the members of a definition: the first day of the version. */
    private static final String EFFECTIVE_FROM = "effectiveFrom";

    private static final String VERSION = "version";

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Inject
    ItemArchive archive;

    @Inject
    Catalogue catalogue;

    @Inject
    Organisations organisations;

    @Inject
    CurrentActor currentActor;

    @Inject
    AdministrationLog log;

    @Inject
    ApplicationClock clock;

    /**
     * All that is kept of an item.
     *
     * @throws BusinessRefusal NOT_FOUND ITEM_UNKNOWN
     */
    public ItemFile item(String code) {
        return archive.file(existing(code));
    }

    /** The codes of all items, also of those whose first version is still to come. */
    public List<String> codes() {
        return em.createNamedQuery("CatalogueItem.all", CatalogueItem.class)
                .getResultStream()
                .map(CatalogueItem::code)
                .toList();
    }

    /** What is wrong with a definition, without putting it; empty when it could be put. */
    public List<DefinitionFault> faults(String code, JsonObject json) {
        List<DefinitionFault> faults = new ArrayList<>();
        effectiveFrom(json, faults);
        faults.addAll(DefinitionCheck.faults(
                without(json, EFFECTIVE_FROM), code, catalogue.codeTables().keySet()));
        return faults;
    }

    /**
     * Puts a new item or a new version of one.
     *
     * <p>The version counts on from the newest. A {@code version} in the definition that is the newest one's replaces it,
     * as long as no lot was checked with it; what records hold does not change (E16). The same definition again makes
     * nothing.
     *
     * @param json the definition and, if it is not to count from today, {@code effectiveFrom}, a day that is not past
     * @param tag of the item as the editor saw it; null to put whatever there is now
     * @throws DefinitionRefused INVALID DEFINITION_INVALID, everything that is wrong with it
     * @throws BusinessRefusal CONFLICT VERSION_USED, VERSION_NOT_NEXT, VERSION_BEFORE_NEWEST, CONCURRENT_CHANGE;
     *     GONE_STALE STALE
     */
    public ItemFile put(String code, JsonObject json, String tag) {
        List<DefinitionFault> faults = faults(code, json);
        if (!faults.isEmpty()) {
            throw new DefinitionRefused(code, faults);
        }
        LocalDate from = effectiveFrom(json, new ArrayList<>());
        CatalogueItem item = archive.find(code).orElse(null);
        if (item == null) {
            if (tag != null) {
                throw BusinessRefusal.stale("STALE");
            }
            item = new CatalogueItem(code);
        } else {
            em.lock(item, LockModeType.PESSIMISTIC_WRITE);
            em.refresh(item);
            refuseStale(item, tag);
        }
        Optional<CatalogueItemVersion> newest = item.id() == null
                ? Optional.empty()
                : archive.versions(item.id()).stream().reduce((earlier, later) -> later);
        JsonObject clean = DefinitionCheck.withoutNulls(without(json, EFFECTIVE_FROM));
        int number = number(newest.orElse(null), clean);
        ItemDefinition definition = ItemDefinition.fromJson(Json.createObjectBuilder(clean)
                .add("code", code)
                .add(VERSION, number)
                .build());
        if (newest.isEmpty() || !isSame(newest.get(), definition, from)) {
            refuseImpossible(newest.orElse(null), number, from);
            write(item, newest.orElse(null), definition, from);
        }
        return archive.file(item);
    }

    private void write(CatalogueItem item, CatalogueItemVersion newest, ItemDefinition definition, LocalDate from) {
        item.call(definition.name(), definition.nameEn());
        if (item.id() == null) {
            em.persist(item);
        } else {
            em.lock(item, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        }
        boolean replaces = newest != null && newest.version() == definition.version();
        if (replaces) {
            em.remove(newest);
            em.flush();
        }
        em.persist(new CatalogueItemVersion(
                item.id(),
                definition.version(),
                definition.toJson().toString(),
                from,
                currentActor.get().username(),
                clock.instant().atOffset(ZoneOffset.UTC)));
        try {
            em.flush();
        } catch (PersistenceException failure) {
            throw KeyTaken.or(failure);
        }
        log.add(
                replaces ? "REPLACE_VERSION" : "PUT_VERSION",
                ObjectKind.ITEM,
                item.code(),
                Json.createObjectBuilder()
                        .add(VERSION, definition.version())
                        .add(EFFECTIVE_FROM, from.toString())
                        .build());
    }

    /** Which version a definition is to be: the newest one again, or the one after it. */
    private static int number(CatalogueItemVersion newest, JsonObject definition) {
        int next = newest == null ? 1 : newest.version() + 1;
        int wanted = definition.getInt(VERSION, next);
        if (wanted != next && (newest == null || wanted != newest.version())) {
            throw BusinessRefusal.conflict("VERSION_NOT_NEXT", wanted, next);
        }
        return wanted;
    }

    /** Whether this is what the newest version says already, on the day asked for. */
    private static boolean isSame(CatalogueItemVersion newest, ItemDefinition definition, LocalDate from) {
        ItemDefinition renumbered = ItemDefinition.fromJson(Json.createObjectBuilder(definition.toJson())
                .add(VERSION, newest.version())
                .build());
        boolean begun = definition.version() == newest.version()
                ? newest.effectiveFrom().equals(from)
                : !newest.effectiveFrom().isAfter(from);
        return begun && ItemDefinition.fromJson(newest.definition()).equals(renumbered);
    }

    private void refuseImpossible(CatalogueItemVersion newest, int number, LocalDate from) {
        if (newest == null) {
            return;
        }
        if (number == newest.version()) {
            if (archive.inUse(newest.itemId()).contains(newest.id())) {
                throw BusinessRefusal.conflict("VERSION_USED", number, number + 1);
            }
        } else if (from.isBefore(newest.effectiveFrom())) {
            throw BusinessRefusal.conflict("VERSION_BEFORE_NEWEST", newest.version(), newest.effectiveFrom());
        }
    }

    /**
     * Lets an organisation supply an item; one that does already goes on.
     *
     * @throws BusinessRefusal NOT_FOUND ITEM_UNKNOWN, ORGANISATION_UNKNOWN; GONE_STALE STALE
     */
    public ItemFile addSupplier(String code, String organisationCode, String tag) {
        CatalogueItem item = locked(code, tag);
        Long organisation = organisation(organisationCode).id();
        if (archive.supplier(item.id(), organisation).isEmpty()) {
            em.persist(new CatalogueSupplier(item.id(), organisation));
            changed(item, "ADD_SUPPLIER", organisationCode);
        }
        return archive.file(item);
    }

    /**
     * An organisation supplies an item no longer. What it supplied stays, and it goes on correcting it.
     *
     * @throws BusinessRefusal NOT_FOUND ITEM_UNKNOWN, ORGANISATION_UNKNOWN; GONE_STALE STALE
     */
    public ItemFile endSupplier(String code, String organisationCode, String tag) {
        CatalogueItem item = locked(code, tag);
        Long organisation = organisation(organisationCode).id();
        archive.supplier(item.id(), organisation).ifPresent(supplier -> {
            em.remove(supplier);
            changed(item, "END_SUPPLIER", organisationCode);
        });
        return archive.file(item);
    }

    private void changed(CatalogueItem item, String action, String organisationCode) {
        em.lock(item, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        em.flush();
        log.add(action, ObjectKind.SUPPLIER, item.code() + "/" + organisationCode, JsonObject.EMPTY_JSON_OBJECT);
    }

    private CatalogueItem locked(String code, String tag) {
        CatalogueItem item = existing(code);
        em.lock(item, LockModeType.PESSIMISTIC_WRITE);
        em.refresh(item);
        refuseStale(item, tag);
        return item;
    }

    private void refuseStale(CatalogueItem item, String tag) {
        if (tag != null && !tag.equals(archive.file(item).tag())) {
            throw BusinessRefusal.stale("STALE");
        }
    }

    private CatalogueItem existing(String code) {
        return archive.find(code).orElseThrow(() -> BusinessRefusal.notFound("ITEM_UNKNOWN", code));
    }

    private OrganisationSummary organisation(String code) {
        return organisations.byCode(code).orElseThrow(() -> BusinessRefusal.notFound("ORGANISATION_UNKNOWN", code));
    }

    private LocalDate effectiveFrom(JsonObject json, List<DefinitionFault> faults) {
        LocalDate today = clock.today();
        if (json.get(EFFECTIVE_FROM) == null || json.isNull(EFFECTIVE_FROM)) {
            return today;
        }
        String text = json.get(EFFECTIVE_FROM) instanceof JsonString day
                ? day.getString()
                : Objects.toString(json.get(EFFECTIVE_FROM));
        try {
            LocalDate from = LocalDate.parse(text);
            if (!from.isBefore(today)) {
                return from;
            }
        } catch (DateTimeParseException noDay) {
            // refused below like a day that is past
        }
        faults.add(new DefinitionFault(DefinitionFault.Kind.DAY_INVALID, "/" + EFFECTIVE_FROM, text));
        return today;
    }

    private static JsonObject without(JsonObject json, String member) {
        JsonObjectBuilder rest = Json.createObjectBuilder(json);
        return rest.remove(member).build();
    }
}
