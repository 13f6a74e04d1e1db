package org.chengxin.console.entrance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.chengxin.kernel.security.NetworkRange;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which network addresses may come near the console (A45). The address is that of the connection, never of a header. */
@ApplicationScoped
public class NetworkGate {

    @Inject
    @ConfigProperty(name = "chengxin.console.networks", defaultValue = "127.0.0.0/8,::1/128")
    String networks;

    private volatile List<NetworkRange> ranges;

    /**
     * Whether a request comes from where officials are.
     *
     * @throws IllegalArgumentException if the configured ranges cannot be read: then nobody comes in
     */
    boolean admits(HttpServletRequest request) {
        if (ranges == null) {
            ranges = NetworkRange.parseList(networks);
        }
        return NetworkRange.anyContains(ranges, request.getRemoteAddr());
    }

    /** Says no, in both languages: nothing is known of somebody outside, a chosen language neither. */
    static void refuse(HttpServletResponse response) throws IOException {
        response.reset();
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        try (InputStream page = NetworkGate.class.getResourceAsStream("outside.html")) {
            page.transferTo(response.getOutputStream());
        }
    }
}
