package org.chengxin.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Name and password of HTTP Basic (RFC 7617), in UTF-8. */
record Credentials(String username, String password) {

    private static final String SCHEME = "Basic ";

    /**
     * Reads an Authorization header.
     *
     * @return empty for none, for another scheme and for what is no Basic
     */
    static Optional<Credentials> parse(String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            byte[] decoded =
                    Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
            String text = new String(decoded, StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            return colon < 1
                    ? Optional.empty()
                    : Optional.of(new Credentials(text.substring(0, colon), text.substring(colon + 1)));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    /** Without the password: this could end in a log. */
    @Override
    public String toString() {
        return "Credentials[" + username + "]";
    }
}
