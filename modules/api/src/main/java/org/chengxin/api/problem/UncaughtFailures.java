package org.chengxin.api.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.chengxin.api.Language;

/**
 * The error page of this application (web.xml): what the container refuses before a resource is reached, such as an
 * address outside of version 1, is told as a problem too.
 */
@WebServlet("/problem")
public class UncaughtFailures extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object address = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        Problems problems =
                new Problems(Language.of(request), address == null ? request.getRequestURI() : address.toString());
        int code = status instanceof Integer told ? told : HttpServletResponse.SC_NOT_FOUND;
        // for an address that does not exist the container hands over an exception too, which explains nothing
        Problem problem = failure instanceof Throwable thrown && code >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR
                ? problems.of(thrown)
                : problems.ofStatus(code);
        ProblemAnswer.send(response, problem, Language.of(request));
    }
}
