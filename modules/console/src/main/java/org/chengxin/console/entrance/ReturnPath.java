package org.chengxin.console.entrance;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Where to go after signing in: only to pages of this console, whatever the request asks for. */
final class ReturnPath {

    private static final int LONGEST = 1000;

    private ReturnPath() {}

    /**
     * The path if it leads to a page of this console.
     *
     * @param contextPath of the console, such as {@code /console}
     * @param asked path and query, as it came with the request; null and everything that leads elsewhere gives nothing
     */
    static Optional<String> local(String contextPath, String asked) {
        if (asked == null || asked.length() > LONGEST || !asked.startsWith(contextPath + "/")) {
            return Optional.empty();
        }
        // browsers read a backslash as a slash, and control characters split headers
        if (asked.indexOf('\\') >= 0 || asked.chars().anyMatch(c -> c < ' ' || c == 127)) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(asked);
            boolean here = uri.getScheme() == null
                    && uri.getRawAuthority() == null
                    && !uri.getPath().contains("..");
            boolean entrance = uri.getPath().startsWith(contextPath + "/sign-");
            return here && !entrance ? Optional.of(asked) : Optional.empty();
        } catch (URISyntaxException notAPath) {
            return Optional.empty();
        }
    }

    /** Path and query of a page that a form was sent from, as the browser says; the form's own path has no query. */
    static Optional<String> fromReferer(String contextPath, String referer, String host) {
        if (referer == null || host == null) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(referer);
            if (!host.equalsIgnoreCase(uri.getRawAuthority())) {
                return Optional.empty();
            }
            String query = uri.getRawQuery();
            return local(contextPath, uri.getRawPath() + (query == null ? "" : "?" + query));
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }
}
