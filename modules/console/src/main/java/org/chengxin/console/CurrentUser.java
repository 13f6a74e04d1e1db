package org.chengxin.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.stream.Collectors;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.Role;
import org.chengxin.organisation.boundary.CurrentActor;

/** Who sits in front of the page, for its head and for what it offers. What may be done, the boundaries decide. */
@Named("me")
@RequestScoped
public class CurrentUser {

    @Inject
    CurrentActor currentActor;

    @Inject
    ConsoleTexts texts;

    /** The actor; null on the pages that nobody has to be signed in for, and for an account closed meanwhile. */
    public Actor getActor() {
        try {
            return currentActor.get();
        } catch (BusinessRefusal notSignedIn) {
            return null;
        }
    }

    /** The roles by name, as a list for reading. */
    public String getRoles() {
        return getActor().roles().stream()
                .sorted()
                .map(role -> texts.name("Role", role.name()))
                .collect(Collectors.joining(texts.t("list.separator")));
    }

    public boolean isClerk() {
        return has(Role.CLERK);
    }

    public boolean isCatalogueEditor() {
        return has(Role.CATALOGUE_EDITOR);
    }

    public boolean isSupervisor() {
        return has(Role.SUPERVISOR);
    }

    /** Whether this user may be absent with a stand-in, or stand in. */
    public boolean isStandsIn() {
        return has(
                Role.REVIEWER,
                Role.SUPERVISOR,
                Role.SECRECY_OFFICER,
                Role.SECRECY_AUTHORITY,
                Role.COMPETENT_AUTHORITY,
                Role.CENTRE);
    }

    public boolean isAdmin() {
        return has(Role.ADMIN);
    }

    public boolean isCentre() {
        return has(Role.CENTRE);
    }

    /** Whether this user looks after sources that differ. */
    public boolean isComparesSources() {
        return has(Role.CENTRE, Role.AUDITOR);
    }

    /** Whether lots are of this user's work at all. */
    public boolean isSeesLots() {
        return has(Role.CLERK, Role.REVIEWER, Role.SUPERVISOR, Role.SECRECY_OFFICER, Role.CENTRE, Role.AUDITOR);
    }

    /** Whether records are of this user's work. */
    public boolean isSeesRecords() {
        return isSeesLots() || has(Role.DEPARTMENT_USER, Role.WINDOW);
    }

    /** Whether this user may read on which law officers based their rulings. */
    public boolean isReadsRulings() {
        return has(Role.SECRECY_OFFICER, Role.SUPERVISOR, Role.AUDITOR);
    }

    /** Whether the running of the system is of this user's concern. */
    public boolean isOperates() {
        return has(Role.ADMIN, Role.AUDITOR, Role.CENTRE);
    }

    /** Whether this user answers for how work goes on. */
    public boolean isOversees() {
        return has(Role.SUPERVISOR, Role.CENTRE, Role.AUDITOR, Role.ADMIN);
    }

    private boolean has(Role... roles) {
        Actor actor = getActor();
        if (actor == null) {
            return false;
        }
        for (Role role : roles) {
            if (actor.has(role)) {
                return true;
            }
        }
        return false;
    }
}
