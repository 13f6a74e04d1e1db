package org.chengxin.console.entrance;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.organisation.boundary.SignIn;

/** Takes the sign-in form. What goes wrong is said on the form again, which keeps the name that was typed. */
@WebServlet("/sign-in")
public class SignInServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** Request attribute: what came of it, a name in the bundle under {@code signIn.outcome}. */
    static final String OUTCOME = "chengxin.signIn.outcome";

    private static final String CHANNEL = "CONSOLE";
    private static final String NEXT = "next";

    @Inject
    transient SignIn signIn;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(request.getContextPath() + "/sign-in.xhtml");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!FormToken.matches(request)) {
            again(request, response, "TOKEN");
            return;
        }
        String name = text(request, "name").strip();
        String password = text(request, "password");
        String next = text(request, NEXT);
        if (!next.isEmpty()) {
            String refusal = changePassword(request, name, password, next);
            if (refusal != null) {
                again(request, response, refusal);
                return;
            }
            password = next;
        }
        SignIn.Result result = signIn.signIn(name, password, CHANNEL, request.getRemoteAddr());
        Actor actor = result.actor().orElse(null);
        if (actor == null) {
            again(request, response, result.outcome().name());
        } else if (!SignedIn.welcome(actor)) {
            again(request, response, "ELSEWHERE");
        } else {
            SignedIn.of(actor).begin(request);
            response.sendRedirect(ReturnPath.local(request.getContextPath(), request.getParameter("to"))
                    .orElse(request.getContextPath() + "/inbox.xhtml"));
        }
    }

    /** Sets the own password in place of one that was given; what went wrong, or null. */
    private String changePassword(HttpServletRequest request, String name, String present, String next) {
        if (!next.equals(text(request, NEXT + "Again"))) {
            return "PASSWORDS_DIFFER";
        }
        try {
            SignIn.Outcome outcome = signIn.changePassword(name, present, next, CHANNEL, request.getRemoteAddr());
            return outcome == SignIn.Outcome.SUCCESS ? null : outcome.name();
        } catch (BusinessRefusal refusal) {
            return refusal.code();
        }
    }

    private static void again(HttpServletRequest request, HttpServletResponse response, String outcome)
            throws ServletException, IOException {
        request.setAttribute(OUTCOME, outcome);
        request.getRequestDispatcher("/sign-in.xhtml").forward(request, response);
    }

    private static String text(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }
}
