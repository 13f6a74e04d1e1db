package org.chengxin.organisation.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.Role;
import org.chengxin.kernel.sql.KeyTaken;
import org.chengxin.organisation.boundary.AdministrationLog.ObjectKind;
import org.chengxin.organisation.control.Divisions;
import org.chengxin.organisation.entity.Organisation;
import org.chengxin.organisation.entity.Organisation.Kind;
import org.chengxin.organisation.entity.Organisation.Level;
import org.chengxin.organisation.entity.Organisation.Regime;

/** The administrator puts departments and other organisations, without a programmer (C13, F23). */
@Stateless
@RolesAllowed(Role.Names.ADMIN)
public class OrganisationRegister {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST_CODE = 40;
    private static final int LONGEST_NAME = 200;
    private static final int DEEPEST = 10;

    /**
     * An organisation.
     *
     * @param tag changes with every change of it
     */
    public record OrganisationFile(OrganisationSummary summary, String parent, String tag) {}

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Inject
    AdministrationLog log;

    /** All organisations, in the order in which they came. */
    public List<OrganisationFile> all() {
        return em.createNamedQuery("Organisation.all", Organisation.class)
                .getResultStream()
                .map(this::file)
                .toList();
    }

    /**
     * An organisation.
     *
     * @throws BusinessRefusal NOT_FOUND ORGANISATION_UNKNOWN
     */
    public OrganisationFile get(String code) {
        return file(find(code).orElseThrow(() -> BusinessRefusal.notFound("ORGANISATION_UNKNOWN", code)));
    }

    /**
     * Puts an organisation, a new one or in place of what is said about the present one.
     *
     * @param tag of the organisation as the administrator saw it; null to put whatever there is now
     * @throws BusinessRefusal INVALID REQUIRED, PARAMETER_INVALID with the member, COUNTY_NEEDS_PARENT;
     *     CONFLICT CONCURRENT_CHANGE; GONE_STALE STALE
     */
    public OrganisationFile put(String code, OrganisationDraft draft, String tag) {
        if (code.length() > LONGEST_CODE || !CODE.matcher(code).matches()) {
            throw BusinessRefusal.invalid("PARAMETER_INVALID", "code", code);
        }
        text("name", draft.name());
        text("shortName", draft.shortName());
        Kind kind = constant("kind", Kind.class, draft.kind());
        Level level = constant("level", Level.class, draft.level());
        if (!Divisions.fit(level, draft.divisionCode())) {
            throw BusinessRefusal.invalid("PARAMETER_INVALID", "divisionCode", draft.divisionCode());
        }
        Regime regime = blankToNull(draft.regime()) == null ? null : constant("regime", Regime.class, draft.regime());
        Organisation organisation = find(code).orElse(null);
        if (tag != null && !tag.equals(organisation == null ? AdministrationLog.NEW : tag(organisation))) {
            throw BusinessRefusal.stale("STALE");
        }
        Long parent = parent(code, draft, level);
        boolean isNew = organisation == null;
        if (isNew) {
            organisation = new Organisation(code);
        } else {
            em.lock(organisation, LockModeType.OPTIMISTIC);
        }
        organisation.describe(draft.name().strip(), draft.shortName().strip(), blankToNull(draft.nameEn()));
        organisation.place(kind, level, draft.divisionCode(), parent);
        organisation.publishBy(regime);
        if (isNew) {
            em.persist(organisation);
        }
        try {
            em.flush();
        } catch (PersistenceException failure) {
            throw KeyTaken.or(failure);
        }
        log.add(
                isNew ? "CREATE" : "CHANGE",
                ObjectKind.ORGANISATION,
                code,
                Json.createObjectBuilder()
                        .add("name", organisation.name())
                        .add("kind", kind.name())
                        .add("level", level.name())
                        .add("divisionCode", draft.divisionCode())
                        .add("parent", draft.parent() == null ? "" : draft.parent())
                        .add("regime", regime == null ? "" : regime.name())
                        .build());
        return file(organisation);
    }

    /** The organisation above: of no lower level, around this one's division, and not below it. */
    private Long parent(String code, OrganisationDraft draft, Level level) {
        if (draft.parent() == null || draft.parent().isBlank()) {
            if (level == Level.COUNTY) {
                throw BusinessRefusal.invalid("COUNTY_NEEDS_PARENT");
            }
            return null;
        }
        Organisation parent = find(draft.parent())
                .filter(found -> found.level().compareTo(level) <= 0)
                .filter(found -> Divisions.contains(found.divisionCode(), draft.divisionCode()))
                .orElseThrow(() -> BusinessRefusal.invalid("PARAMETER_INVALID", "parent", draft.parent()));
        Organisation above = parent;
        for (int depth = 0; above != null; depth++) {
            if (above.code().equals(code) || depth > DEEPEST) {
                throw BusinessRefusal.invalid("PARAMETER_INVALID", "parent", draft.parent());
            }
            above = above.parentId() == null ? null : em.find(Organisation.class, above.parentId());
        }
        return parent.id();
    }

    private Optional<Organisation> find(String code) {
        return em.createNamedQuery("Organisation.byCode", Organisation.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst();
    }

    private OrganisationFile file(Organisation organisation) {
        String parent = organisation.parentId() == null
                ? null
                : em.find(Organisation.class, organisation.parentId()).code();
        return new OrganisationFile(Organisations.summary(organisation), parent, tag(organisation));
    }

    private static String tag(Organisation organisation) {
        return String.valueOf(organisation.revision());
    }

    private static void text(String member, String value) {
        if (value == null || value.isBlank()) {
            throw BusinessRefusal.invalid("REQUIRED", member);
        }
        if (value.length() > LONGEST_NAME) {
            throw BusinessRefusal.invalid("TOO_LONG", member);
        }
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static <E extends Enum<E>> E constant(String member, Class<E> type, String value) {
        if (value == null || value.isBlank()) {
            throw BusinessRefusal.invalid("REQUIRED", member);
        }
        try {
            return Enum.valueOf(type, value);
        } catch (IllegalArgumentException unknown) {
            throw BusinessRefusal.invalid("PARAMETER_INVALID", member, value);
        }
    }
}
