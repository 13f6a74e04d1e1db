package org.chengxin.console.entrance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Who somebody is stands in the session, by name and groups; so a session goes on at another node. Whoever is not
 * signed in is led to the sign-in page, and back to where they wanted to go.
 */
@ApplicationScoped
public class ConsoleAuthentication implements HttpAuthenticationMechanism {

    @Inject
    NetworkGate gate;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        try {
            // the container asks here first, before any filter: who is outside must not even see the sign-in page
            if (!gate.admits(request)) {
                NetworkGate.refuse(response);
                return AuthenticationStatus.SEND_FAILURE;
            }
            Optional<SignedIn> signedIn = SignedIn.in(request);
            if (signedIn.isPresent()) {
                return context.notifyContainerAboutLogin(
                        new CallerPrincipal(signedIn.get().username()),
                        signedIn.get().groups());
            }
            if (!context.isProtected()) {
                return context.doNothing();
            }
            leadToSignIn(request, response);
            return AuthenticationStatus.SEND_CONTINUE;
        } catch (IOException e) {
            throw new AuthenticationException(e);
        }
    }

    private static void leadToSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        StringBuilder target = new StringBuilder(request.getContextPath()).append("/sign-in.xhtml");
        char separator = '?';
        Optional<String> back = back(request);
        if (back.isPresent()) {
            target.append(separator).append("to=").append(URLEncoder.encode(back.get(), StandardCharsets.UTF_8));
            separator = '&';
        }
        if (request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid()) {
            target.append(separator).append("ended=true");
        }
        // a script that asks for a part of a page cannot follow a redirect: it is told where to go
        if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            response.setContentType("text/xml;charset=UTF-8");
            response.getWriter()
                    .append("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\"")
                    .append(target.toString().replace("&", "&amp;"))
                    .append("\"/></partial-response>");
        } else {
            response.sendRedirect(target.toString());
        }
    }

    private static Optional<String> back(HttpServletRequest request) {
        if (!"GET".equals(request.getMethod())) {
            return ReturnPath.fromReferer(
                    request.getContextPath(), request.getHeader("Referer"), request.getHeader("Host"));
        }
        String query = request.getQueryString();
        return ReturnPath.local(request.getContextPath(), request.getRequestURI() + (query == null ? "" : "?" + query));
    }
}
