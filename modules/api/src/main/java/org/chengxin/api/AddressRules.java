package org.chengxin.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.chengxin.api.problem.ProblemAnswer;
import org.chengxin.api.problem.Problems;

/**
 * What no resource has to think of: a query with U+0000, which no database text can hold, and one so long that nothing
 * of this interface can be meant by it. (Addresses that are longer still, and paths that are encoded wrongly, the server
 * refuses before an application sees them.)
 */
@WebFilter("/v1/*")
public class AddressRules extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_QUERY = 8 << 10;
    private static final int URI_TOO_LONG = HttpServletResponse.SC_REQUEST_URI_TOO_LONG;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        int status = refusal(request.getQueryString());
        if (status == 0) {
            chain.doFilter(request, response);
        } else {
            Locale locale = Language.of(request);
            ProblemAnswer.send(response, new Problems(locale, request.getRequestURI()).ofStatus(status), locale);
        }
    }

    /** The status with which a query is refused; 0 for none. */
    static int refusal(String query) {
        if (query == null) {
            return 0;
        }
        if (query.length() > LONGEST_QUERY) {
            return URI_TOO_LONG;
        }
        return query.contains("%00") || query.indexOf('\0') >= 0 ? HttpServletResponse.SC_BAD_REQUEST : 0;
    }
}
