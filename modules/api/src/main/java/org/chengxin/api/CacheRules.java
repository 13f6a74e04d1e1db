package org.chengxin.api;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.time.Instant;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.kernel.time.CivilTime;

/**
 * What may be kept by caches: public answers for a minute and never past midnight of Asia/Shanghai, when periods end
 * and a kept copy would show what is no longer public; nothing else at all.
 */
@Provider
public class CacheRules implements ContainerResponseFilter {

    private static final long LONGEST_SECONDS = 60;

    @Inject
    ApplicationClock clock;

    @Inject
    HttpServletRequest servletRequest;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        boolean open = request.getUriInfo().getPath().replaceFirst("^/", "").startsWith("public/");
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle("X-Content-Type-Options", "nosniff");
        if (!headers.containsKey(HttpHeaders.CONTENT_LANGUAGE)) {
            // otherwise the container writes the language of the machine
            headers.putSingle(
                    HttpHeaders.CONTENT_LANGUAGE, Language.of(servletRequest).toLanguageTag());
        }
        headers.putSingle(
                HttpHeaders.CACHE_CONTROL,
                open && response.getStatus() == 200 ? "public, max-age=" + seconds(clock.instant()) : "no-store");
    }

    /** How long a public answer of this moment may be kept. */
    static long seconds(Instant now) {
        Duration left = Duration.between(now, CivilTime.endOf(CivilTime.dateOf(now)));
        // what is left of the last second is nobody's
        return Math.max(0, Math.min(LONGEST_SECONDS, left.toSeconds() - 1));
    }
}
