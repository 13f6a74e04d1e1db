package org.chengxin.webkit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import java.net.MalformedURLException;

/**
 * Answers 404 for what is not there before the server looks for it: the server's own search for a missing file ends in an
 * exception and an incident file, which anybody could fill the disk with. Templates are no pages either. A site whose
 * pages have addresses of their own also hides its views, with the context parameter {@value #HIDE}: one page, one
 * address. Forwards pass. Static files that are named with their version may be kept for a year.
 */
public class MissingPages extends HttpFilter {

    /** Context parameter: {@code true} hides every view from direct requests. */
    public static final String HIDE = "chengxin.hideViews";

    private static final String FACES_RESOURCES = "/jakarta.faces.resource/";
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = path(request);
        if (isHiddenView(path) || isMissingFile(request, path)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (path.startsWith("/resources/") && request.getParameter("v") != null) {
            response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        }
        chain.doFilter(request, response);
    }

    private boolean isHiddenView(String path) {
        boolean allHidden = Boolean.parseBoolean(getServletContext().getInitParameter(HIDE));
        return isView(path) && (allHidden || path.startsWith("/templates/"));
    }

    private boolean isMissingFile(HttpServletRequest request, String path) {
        MappingMatch match = request.getHttpServletMapping().getMappingMatch();
        boolean servedAsFile = match == null || match == MappingMatch.DEFAULT;
        if (!servedAsFile && !isView(path)) {
            return false;
        }
        try {
            return path.startsWith("/WEB-INF")
                    || path.startsWith("/META-INF")
                    || getServletContext().getResource(path) == null;
        } catch (MalformedURLException noFile) {
            return true;
        }
    }

    private static boolean isView(String path) {
        return path.endsWith(".xhtml") && !path.startsWith(FACES_RESOURCES);
    }

    private static String path(HttpServletRequest request) {
        String info = request.getPathInfo();
        String path = request.getServletPath() + (info == null ? "" : info);
        return path.isEmpty() ? "/" : path;
    }
}
