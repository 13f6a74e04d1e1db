package org.chengxin.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Takes Chinese in a query as it is typed: RFC 3986 wants it percent-encoded, but whoever searches from a terminal
 * writes {@code ?q=苏州}, and should get an answer instead of a lesson.
 *
 * <p>Resources get the request by CDI: the runtime's own proxies for {@code @Context} cannot stand a wrapped one.
 */
@WebFilter("/v1/*")
public class PlainQuery extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String query = request.getQueryString();
        String encoded = encoded(query);
        if (encoded == null || encoded.equals(query)) {
            chain.doFilter(request, response);
            return;
        }
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public String getQueryString() {
                        return encoded;
                    }
                },
                response);
    }

    /** The query with everything beyond ASCII percent-encoded as UTF-8, and nothing else changed. */
    static String encoded(String query) {
        if (query == null || query.chars().allMatch(c -> c < 0x80)) {
            return query;
        }
        // the container hands bytes over one by one, as Latin-1, unless it has decoded them already
        Charset charset = query.chars().allMatch(c -> c <= 0xFF) ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        StringBuilder encoded = new StringBuilder();
        for (byte b : query.getBytes(charset)) {
            if (b >= 0) {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(String.format("%02X", b & 0xFF));
            }
        }
        return encoded.toString();
    }
}
