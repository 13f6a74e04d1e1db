package org.chengxin.api.problem;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.chengxin.api.Language;

/**
 * Answers every failure with a problem. It is the only mapper: which kind of failure it is shows only behind the
 * container's wrappings, and {@link Problems} unwraps them.
 */
@Provider
public class FailureMapper implements ExceptionMapper<Throwable> {

    @Inject
    HttpServletRequest request;

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof WebApplicationException http
                && http.getResponse().getStatus() < Response.Status.BAD_REQUEST.getStatusCode()) {
            // no failure: the runtime's own answer to OPTIONS, or a redirect
            return http.getResponse();
        }
        Problem problem = new Problems(Language.of(request), request.getRequestURI()).of(failure);
        Response.ResponseBuilder answer = Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .language(Language.of(request))
                .entity(ProblemAnswer.bytes(problem));
        if (failure instanceof NotAllowedException method) {
            answer.header(HttpHeaders.ALLOW, method.getResponse().getHeaderString(HttpHeaders.ALLOW));
        }
        if (problem.status() == Response.Status.UNAUTHORIZED.getStatusCode()) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"chengxin\", charset=\"UTF-8\"");
        }
        return answer.build();
    }
}
