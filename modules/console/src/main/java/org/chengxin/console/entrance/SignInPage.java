package org.chengxin.console.entrance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chengxin.organisation.boundary.SignIn;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The sign-in page; it lists accounts only in a demonstration. */
@Named("signInPage")
@RequestScoped
public class SignInPage {

    @Inject
    SignIn signIn;

    @Inject
    @ConfigProperty(name = "chengxin.demonstration", defaultValue = "false")
    boolean demonstration;

    private String token;
    private Map<String, List<SignIn.DemonstrationAccount>> accounts;

    /** Whoever is signed in already has nothing to do here; everybody else gets the form's token before it is drawn. */
    public void open() throws java.io.IOException {
        HttpServletRequest request = (HttpServletRequest) external().getRequest();
        if (request.getAttribute(SignInServlet.OUTCOME) == null
                && SignedIn.in(request).isPresent()) {
            external().redirect(request.getContextPath() + "/inbox.xhtml");
            return;
        }
        token = FormToken.issue(request, (HttpServletResponse) external().getResponse());
    }

    public String getToken() {
        return token;
    }

    /** What came of the attempt before, as the end of a key {@code signIn.outcome.}; null for none. */
    public String getOutcome() {
        return (String) external().getRequestMap().get(SignInServlet.OUTCOME);
    }

    /** Whether an own password has to be set: the one that was typed was given by somebody else, once. */
    public boolean isPasswordToBeSet() {
        String outcome = getOutcome();
        return outcome != null && (outcome.equals("ONE_TIME") || outcome.startsWith("PASSWORD"));
    }

    /** The name that was typed, kept; the password never. */
    public String getName() {
        return parameter("name");
    }

    /** Where to go afterwards, if that is a page of the console. */
    public String getTo() {
        return ReturnPath.local(external().getRequestContextPath(), parameter("to"))
                .orElse(null);
    }

    public boolean isEnded() {
        return parameter("ended") != null;
    }

    public boolean isOut() {
        return parameter("out") != null;
    }

    public boolean isDemonstration() {
        return demonstration;
    }

    /** The demonstration's accounts by organisation; without those of enterprises, who have a site of their own. */
    public Map<String, List<SignIn.DemonstrationAccount>> getAccounts() {
        if (accounts == null) {
            accounts = demonstration
                    ? signIn.demonstrationAccounts().stream()
                            .filter(account -> !account.username().startsWith("enterprise."))
                            .collect(Collectors.groupingBy(
                                    SignIn.DemonstrationAccount::organisation, LinkedHashMap::new, Collectors.toList()))
                    : Map.of();
        }
        return accounts;
    }

    private static String parameter(String name) {
        return external().getRequestParameterMap().get(name);
    }

    private static ExternalContext external() {
        return FacesContext.getCurrentInstance().getExternalContext();
    }
}
