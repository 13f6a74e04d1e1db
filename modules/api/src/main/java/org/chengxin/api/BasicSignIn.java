package org.chengxin.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chengxin.api.problem.ProblemAnswer;
import org.chengxin.api.problem.Problems;
import org.chengxin.kernel.Actor;
import org.chengxin.organisation.boundary.SignIn;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sign-in with HTTP Basic (RFC 7617), with every call and without a session. It is for the demonstration and for places
 * that switch it on ({@code chengxin.api.basic}); elsewhere systems bring a token, which the server checks.
 */
@ApplicationScoped
public class BasicSignIn implements HttpAuthenticationMechanism {

    static final String CHANNEL = "API";

    @Inject
    SignIn signIn;

    @Inject
    @ConfigProperty(name = "chengxin.api.basic", defaultValue = "false")
    boolean switchedOn;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (!context.isProtected()) {
            return context.doNothing();
        }
        if (!switchedOn) {
            return refuse(request, response, "BASIC_DISABLED");
        }
        Optional<Credentials> credentials = Credentials.parse(request.getHeader("Authorization"));
        if (credentials.isEmpty()) {
            return refuse(request, response, "CREDENTIALS_REQUIRED");
        }
        SignIn.Result result = signIn.signIn(
                credentials.get().username(), credentials.get().password(), CHANNEL, request.getRemoteAddr());
        return switch (result.outcome()) {
            case SUCCESS -> accept(context, result.actor().orElseThrow());
            case WRONG -> refuse(request, response, "CREDENTIALS_WRONG");
            case LOCKED -> refuse(request, response, "ACCOUNT_LOCKED");
            case DISABLED -> refuse(request, response, "ACCOUNT_DISABLED");
            case ONE_TIME ->
                isPasswordChange(request)
                        ? context.notifyContainerAboutLogin(credentials.get().username(), Set.of())
                        : refuse(request, response, "PASSWORD_ONE_TIME");
        };
    }

    private static boolean isPasswordChange(HttpServletRequest request) {
        return "PUT".equals(request.getMethod())
                && request.getRequestURI()
                        .equals(request.getContextPath() + "/v1/accounts/" + AccountResource.OWN_PASSWORD);
    }

    private static AuthenticationStatus accept(HttpMessageContext context, Actor actor) {
        return context.notifyContainerAboutLogin(
                actor.username(), actor.roles().stream().map(Enum::name).collect(Collectors.toSet()));
    }

    private AuthenticationStatus refuse(HttpServletRequest request, HttpServletResponse response, String code) {
        String scheme = switchedOn ? "Basic realm=\"chengxin\", charset=\"UTF-8\"" : "Bearer realm=\"chengxin\"";
        response.setHeader("WWW-Authenticate", scheme);
        try {
            Locale locale = Language.of(request);
            Problems problems = new Problems(locale, request.getRequestURI());
            ProblemAnswer.send(response, problems.ofCode(HttpServletResponse.SC_UNAUTHORIZED, code), locale);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        return AuthenticationStatus.SEND_FAILURE;
    }
}
