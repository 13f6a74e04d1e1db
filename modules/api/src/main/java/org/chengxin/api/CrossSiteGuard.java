package org.chengxin.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Set;
import org.chengxin.kernel.BusinessRefusal;

/**
 * There are no cookies, but a browser that once asked for name and password sends them again by itself, also for a form
 * on somebody else's page. What changes something is therefore refused when the browser says that another site sent it.
 */
@Provider
@PreMatching
public class CrossSiteGuard implements ContainerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    @Override
    public void filter(ContainerRequestContext request) {
        if (!READING.contains(request.getMethod())
                && foreign(
                        request.getHeaderString("Sec-Fetch-Site"),
                        request.getHeaderString("Origin"),
                        request.getHeaderString("Host"))) {
            throw BusinessRefusal.forbidden("CROSS_SITE");
        }
    }

    /** Whether a browser says that the request comes from another site; programs say nothing and are believed. */
    static boolean foreign(String fetchSite, String origin, String host) {
        if (fetchSite != null) {
            return !OWN_SITE.contains(fetchSite);
        }
        if (origin == null) {
            return false;
        }
        try {
            return host == null || !host.equals(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException noAddress) {
            return true;
        }
    }
}
