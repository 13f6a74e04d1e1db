package org.chengxin.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.chengxin.kernel.security.NetworkRange;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which addresses may read figures: this machine, and what {@code chengxin.metrics.networks} names. A request that a
 * proxy hands on comes from the proxy's address, which may well be this machine; so it is not taken from anybody.
 */
@ApplicationScoped
public class OperatorGate {

    private static final List<String> HANDED_ON = List.of("X-Forwarded-For", "Forwarded", "X-Real-IP", "Via");

    @Inject
    @ConfigProperty(name = "chengxin.metrics.networks", defaultValue = "127.0.0.0/8,::1/128")
    String networks;

    private volatile List<NetworkRange> ranges;

    /**
     * Whether a request may be answered.
     *
     * @throws IllegalArgumentException if the configured ranges cannot be read: then nobody is answered
     */
    boolean admits(HttpServletRequest request) {
        if (ranges == null) {
            ranges = NetworkRange.parseList(networks);
        }
        return NetworkRange.anyContains(ranges, request.getRemoteAddr())
                && HANDED_ON.stream().allMatch(header -> request.getHeader(header) == null);
    }
}
