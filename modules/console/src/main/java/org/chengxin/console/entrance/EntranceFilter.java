package org.chengxin.console.entrance;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chengxin.intake.boundary.Submissions;

/**
 * What every request is held against: its network address, that no other site sent it, and that a file comes only where
 * files are taken, from somebody signed in, and not larger than a lot may be. A file is refused before it is read.
 */
public class EntranceFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    /** What the other fields of the form and the parts' headers may take. */
    private static final long FORM_OVERHEAD = 1L << 20;

    private static final Pattern ABOUT = Pattern.compile("(?:^|&)((?:item|corrects)=[A-Za-z0-9-]{1,50})(?=&|$)");

    @Inject
    transient NetworkGate gate;

    @Inject
    transient Submissions submissions;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!gate.admits(request)) {
            NetworkGate.refuse(response);
        } else if (sentByAnotherSite(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (isFile(request) && (!request.getServletPath().equals("/submit.xhtml") || isAnonymous(request))) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (isFile(request) && !fits(request)) {
            response.sendRedirect(request.getContextPath() + "/submit.xhtml?refused=TOO_LARGE" + about(request));
        } else {
            if (!request.getServletPath().startsWith("/jakarta.faces.resource/")) {
                response.setHeader("Cache-Control", "no-store");
            }
            chain.doFilter(request, response);
        }
    }

    /** Beside the form's own token: the browser says itself when a page of another site sends a form. */
    private static boolean sentByAnotherSite(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return "POST".equals(request.getMethod())
                && site != null
                && !site.equals("same-origin")
                && !site.equals("none");
    }

    private static boolean isFile(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    /** What the page was about, read from its address: the body with the file is not touched. */
    private static String about(HttpServletRequest request) {
        Matcher about = ABOUT.matcher(request.getQueryString() == null ? "" : request.getQueryString());
        StringBuilder kept = new StringBuilder();
        while (about.find()) {
            kept.append('&').append(about.group(1));
        }
        return kept.toString();
    }

    private static boolean isAnonymous(HttpServletRequest request) {
        return SignedIn.in(request).isEmpty();
    }

    private boolean fits(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        return length >= 0 && length <= submissions.maxBytes() + FORM_OVERHEAD;
    }
}
