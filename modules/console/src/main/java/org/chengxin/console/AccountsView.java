package org.chengxin.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.Role;
import org.chengxin.organisation.boundary.AccountDraft;
import org.chengxin.organisation.boundary.AccountFile;
import org.chengxin.organisation.boundary.Accounts;
import org.chengxin.organisation.boundary.AdministrationLog;
import org.chengxin.organisation.boundary.OrganisationSummary;
import org.chengxin.organisation.boundary.Organisations;

/** The administrator's list of accounts, and the form for one of them or a new one. */
@Named("accountsView")
@ViewScoped
public class AccountsView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;

    @Inject
    Accounts accounts;

    @Inject
    Organisations organisations;

    @Inject
    ConsoleTexts texts;

    @Inject
    Answers answers;

    private String username;
    private String after;
    private String newUsername;
    private String displayName;
    private String organisation;
    private String[] roles = {};
    private boolean enabled = true;
    private String email;
    private String password;
    private String tag = AdministrationLog.NEW;
    private String problem;
    private transient List<AccountFile> page;

    /** Reads a page of the list, and into the form the account that the address names. */
    public void open() {
        page = answers.orErrorPage(() -> accounts.page(after, PAGE));
        if (page == null || username == null || username.isBlank() || displayName != null) {
            return;
        }
        AccountFile file = answers.orErrorPage(() -> accounts.get(username));
        if (file != null) {
            newUsername = username;
            displayName = file.displayName();
            organisation = file.organisation();
            roles = file.roles().stream().map(Enum::name).toArray(String[]::new);
            enabled = file.enabled();
            email = file.email();
            tag = file.tag();
        }
    }

    /** Puts what the form says; a password that was typed is never shown again. */
    public void put() {
        problem = null;
        try {
            accounts.put(
                    newUsername == null ? "" : newUsername.strip(),
                    new AccountDraft(
                            displayName,
                            organisation,
                            new LinkedHashSet<>(Arrays.asList(roles)),
                            enabled,
                            email == null ? "" : email,
                            password == null || password.isEmpty() ? null : password),
                    tag);
            answers.leadTo("accounts.xhtml", "notice", "put");
        } catch (BusinessRefusal refusal) {
            problem = texts.refusal(refusal);
        } finally {
            password = null;
        }
    }

    /** The roles of an account, as a list for reading. */
    public String roles(AccountFile of) {
        return of.roles().stream()
                .sorted()
                .map(role -> texts.name("Role", role.name()))
                .collect(Collectors.joining(texts.t("list.separator")));
    }

    public List<AccountFile> getPage() {
        if (page == null) {
            page = accounts.page(after, PAGE);
        }
        return page;
    }

    /** Where the next page begins; null at the end. */
    public String getNext() {
        return getPage().size() < PAGE ? null : getPage().get(PAGE - 1).username();
    }

    public List<OrganisationSummary> getOrganisations() {
        return organisations.all();
    }

    /** The roles that can be given by hand; an enterprise's account comes about otherwise. */
    public List<Role> getChoices() {
        return Arrays.stream(Role.values())
                .filter(role -> role != Role.ENTERPRISE)
                .toList();
    }

    public String getProblem() {
        return problem;
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }

    public String getNewUsername() {
        return newUsername;
    }

    public void setNewUsername(String newUsername) {
        this.newUsername = newUsername;
    }

    public String getDisplayName() {
        return displayName;
    }

    public void setDisplayName(String displayName) {
        this.displayName = displayName;
    }

    public String getOrganisation() {
        return organisation;
    }

    public void setOrganisation(String organisation) {
        this.organisation = organisation;
    }

    public String[] getRoles() {
        return roles.clone();
    }

    public void setRoles(String[] roles) {
        this.roles = roles == null ? new String[0] : roles.clone();
    }

    public boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    /** Nothing: what was typed is not sent back. */
    public String getPassword() {
        return null;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
