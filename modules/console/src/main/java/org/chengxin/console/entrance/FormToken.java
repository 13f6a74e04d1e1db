package org.chengxin.console.entrance;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * The sign-in form's protection against being sent from elsewhere (login CSRF). It has no session yet, so the token
 * stands in a cookie and in the form; another site can read neither and cannot make them agree.
 */
final class FormToken {

    static final String NAME = "CHENGXIN_SIGN_IN";
    private static final int BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private FormToken() {}

    /** The token of this browser; a new one if it has none. */
    static String issue(HttpServletRequest request, HttpServletResponse response) {
        return current(request).orElseGet(() -> {
            byte[] bytes = new byte[BYTES];
            RANDOM.nextBytes(bytes);
            String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            Cookie cookie = new Cookie(NAME, token);
            cookie.setPath(request.getContextPath());
            cookie.setHttpOnly(true);
            cookie.setSecure(request.isSecure());
            cookie.setAttribute("SameSite", "Strict");
            response.addCookie(cookie);
            return token;
        });
    }

    /** Whether the form was sent from our own page. */
    static boolean matches(HttpServletRequest request) {
        String sent = request.getParameter("token");
        return sent != null
                && current(request)
                        .filter(token -> MessageDigest.isEqual(
                                token.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8)))
                        .isPresent();
    }

    private static Optional<String> current(HttpServletRequest request) {
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                if (NAME.equals(cookie.getName()) && cookie.getValue().matches("[A-Za-z0-9_-]{32}")) {
                    return Optional.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }
}
