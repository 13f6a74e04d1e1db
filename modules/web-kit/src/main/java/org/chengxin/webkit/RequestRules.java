package org.chengxin.webkit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/**
 * What no page has to think of: U+0000 in an address or a field, which no text of the database can hold, and an address
 * so long that no page can be meant by it. Both are answered at once. A form with a file is not read here, since whether
 * its file is taken at all is decided by others; its fields lose the character instead.
 */
public class RequestRules extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_QUERY = 8 << 10;
    /** Of one value in an address, in characters; what is written into a form may be longer. */
    private static final int LONGEST_VALUE = 4_000;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        int status = refusal(request);
        if (status != 0) {
            response.sendError(status);
        } else {
            chain.doFilter(isFile(request) ? new CleanFields(request) : request, response);
        }
    }

    /** The status with which a request is refused; 0 for none. */
    static int refusal(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query != null && query.length() > LONGEST_QUERY) {
            return HttpServletResponse.SC_REQUEST_URI_TOO_LONG;
        }
        if (holdsNul(query) || holdsNul(request.getRequestURI())) {
            return HttpServletResponse.SC_BAD_REQUEST;
        }
        if (isFile(request)) {
            return 0;
        }
        try {
            return isTaken(request.getParameterMap(), isRead(request)) ? 0 : HttpServletResponse.SC_BAD_REQUEST;
        } catch (IllegalArgumentException undecodable) {
            return HttpServletResponse.SC_BAD_REQUEST;
        }
    }

    private static boolean isTaken(Map<String, String[]> parameters, boolean address) {
        for (Map.Entry<String, String[]> parameter : parameters.entrySet()) {
            if (parameter.getKey().indexOf('\0') >= 0) {
                return false;
            }
            for (String value : parameter.getValue()) {
                if (value != null && (value.indexOf('\0') >= 0 || (address && value.length() > LONGEST_VALUE))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** In an address the character stands encoded. */
    private static boolean holdsNul(String address) {
        return address != null && (address.contains("%00") || address.indexOf('\0') >= 0);
    }

    private static boolean isRead(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private static boolean isFile(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }
}
