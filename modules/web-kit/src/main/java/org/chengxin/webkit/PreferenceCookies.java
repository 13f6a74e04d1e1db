package org.chengxin.webkit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Keeps a choice of language or look for a year, without a session and without anything that tells one visitor from
 * another. An address whose query cannot be decoded is answered with 400 here, before anybody stumbles over it.
 */
public class PreferenceCookies extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final int ONE_YEAR = 365 * 24 * 60 * 60;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getCharacterEncoding() == null) {
            request.setCharacterEncoding("UTF-8");
        }
        if (request.getQueryString() != null && isRead(request)) {
            try {
                keepChoices(request, response);
            } catch (IllegalArgumentException undecodable) {
                response.sendError(HttpServletResponse.SC_BAD_REQUEST);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private static boolean isRead(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private static void keepChoices(HttpServletRequest request, HttpServletResponse response) {
        for (Preferences.Choice choice : Preferences.Choice.values()) {
            choice.asked(request).ifPresent(value -> {
                Cookie cookie = new Cookie(choice.cookie(), value);
                cookie.setPath("/");
                cookie.setMaxAge(ONE_YEAR);
                cookie.setHttpOnly(true);
                cookie.setSecure(request.isSecure());
                cookie.setAttribute("SameSite", "Lax");
                response.addCookie(cookie);
            });
        }
    }
}
