package org.chengxin.catalogue.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import org.chengxin.catalogue.control.ItemArchive;
import org.chengxin.catalogue.entity.CatalogueItem;
import org.chengxin.catalogue.entity.CatalogueSupplier;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.DisclosureScope;
import org.chengxin.kernel.Role;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.organisation.boundary.AdministrationLog;
import org.chengxin.organisation.boundary.AdministrationLog.ObjectKind;
import org.chengxin.organisation.boundary.CurrentActor;

/**
 * A supplier says once and for all who may see what it sends of an item, where neither row nor lot say it (G01). Its
 * superior or its secrecy officer says so, never who sends the lots.
 */
@Stateless
@RolesAllowed({Role.Names.SUPERVISOR, Role.Names.SECRECY_OFFICER})
public class StandingDeclarations {

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Inject
    ItemArchive archive;

    @Inject
    Catalogue catalogue;

    @Inject
    CurrentActor currentActor;

    @Inject
    AdministrationLog log;

    @Inject
    ApplicationClock clock;

    /**
     * Declares for the version of the item that is live today; a later version needs a declaration of its own.
     *
     * @param organisationCode the supplier, which has to be the caller's own organisation
     * @param scope null to take an earlier declaration back
     * @param tag of the item as the caller saw it; null to declare for whatever there is now
     * @return the item as it is now
     * @throws BusinessRefusal NOT_FOUND ITEM_UNKNOWN; FORBIDDEN NOT_SUPPLIER, FOUR_EYES; INVALID SCOPE_INVALID;
     *     GONE_STALE STALE
     */
    public ItemFile declare(String itemCode, String organisationCode, DisclosureScope scope, String tag) {
        CatalogueEntry entry = catalogue.item(itemCode);
        Actor actor = currentActor.get();
        if (!organisationCode.equals(actor.organisationCode()) || !entry.suppliedBy(actor.organisationId())) {
            throw BusinessRefusal.forbidden("NOT_SUPPLIER", itemCode);
        }
        if (actor.has(Role.CLERK)) {
            throw BusinessRefusal.forbidden("FOUR_EYES");
        }
        if (scope == DisclosureScope.UNDETERMINED) {
            throw BusinessRefusal.invalid("SCOPE_INVALID", scope);
        }
        CatalogueItem item = archive.find(itemCode).orElseThrow();
        if (tag != null && !tag.equals(archive.file(item).tag())) {
            throw BusinessRefusal.stale("STALE");
        }
        em.lock(item, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        CatalogueSupplier supplier =
                archive.supplier(item.id(), actor.organisationId()).orElseThrow();
        supplier.declare(scope, entry.definition().version(), actor.username(), clock.today());
        em.flush();
        log.add(
                "DECLARE_SCOPE",
                ObjectKind.SUPPLIER,
                itemCode + "/" + organisationCode,
                Json.createObjectBuilder()
                        .add("scope", scope == null ? "" : scope.name())
                        .add("version", entry.definition().version())
                        .build());
        return archive.file(item);
    }
}
