package org.chengxin.webkit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Answers 404 to who asks for a template as if it were a page. A site whose pages have addresses of their own also hides
 * its views, with the context parameter {@value #HIDE}: one page, one address. Forwards pass. Static files that are
 * named with their version may be kept for a year.
 */
public class HiddenViews extends HttpFilter {

    /** Context parameter: {@code true} hides every view from direct requests. */
    public static final String HIDE = "chengxin.hideViews";

    private static final String FACES_RESOURCES = "/jakarta.faces.resource/";
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        boolean view = path.endsWith(".xhtml") && !path.startsWith(FACES_RESOURCES);
        boolean allHidden = Boolean.parseBoolean(getServletContext().getInitParameter(HIDE));
        if (view && (allHidden || path.startsWith("/templates/"))) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (path.startsWith("/resources/") && request.getParameter("v") != null) {
            response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        }
        chain.doFilter(request, response);
    }
}
