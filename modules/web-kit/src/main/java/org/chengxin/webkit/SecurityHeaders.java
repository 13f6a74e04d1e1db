package org.chengxin.webkit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Headers that every answer carries. Nothing from other hosts, no inline script or style, never inside another page's
 * frame. A site whose components need more says so in its web.xml with the context parameter {@value #POLICY}.
 */
public class SecurityHeaders extends HttpFilter {

    /** Context parameter with the Content-Security-Policy of a site. */
    public static final String POLICY = "chengxin.contentSecurityPolicy";

    private static final String STRICT = "default-src 'self'; base-uri 'self'; form-action 'self';"
            + " frame-ancestors 'none'; object-src 'none'; img-src 'self' data:";
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String own = getServletContext().getInitParameter(POLICY);
        response.setHeader("Content-Security-Policy", own == null ? STRICT : own.strip());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        chain.doFilter(request, response);
    }
}
