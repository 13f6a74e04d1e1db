package org.chengxin.webkit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets one request at a time be the first for a file. Open Liberty enters a file into its table of addresses when it is
 * first asked for, and of two requests that do so at the same moment one is answered with 500 (open-liberty 30646): the
 * first visitors after a start would see pages without style. Requests that came before the entry was made do not know
 * of it, so all are sent on to the file anew.
 */
public class FirstOfAFile extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** Paths of files that were asked for; as many as there are files. */
    private final transient Set<String> entered = ConcurrentHashMap.newKeySet();

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        RequestDispatcher file = request.getRequestDispatcher(path);
        if (getServletContext().getResource(path) == null) {
            chain.doFilter(request, response);
        } else if (entered.contains(path)) {
            file.forward(request, response);
        } else {
            synchronized (entered) {
                file.forward(request, response);
                entered.add(path);
            }
        }
    }
}
