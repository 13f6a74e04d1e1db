package org.chengxin.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/**
 * Sends a page as small as it can be: compressed where the browser takes it, and not at all where the browser has it
 * already. The tag is a digest of the page, so it changes with whatever the page shows, at midnight too. Pages of the
 * portal hold no secret that compression could give away.
 */
@WebFilter(filterName = "Delivery", urlPatterns = "/*")
public class Delivery extends HttpFilter {

    private static final long serialVersionUID = 1L;
    /** The site map is written as it is read. */
    private static final String STREAMED = "/sitemap";

    private static final int WORTH_COMPRESSING = 1_000;
    private static final int TAG_BYTES = 12;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean head = request.getMethod().equals("HEAD");
        if (!head && !request.getMethod().equals("GET")) {
            chain.doFilter(request, new RefusedMethod(response));
            return;
        }
        if (request.getServletPath().startsWith(STREAMED)) {
            chain.doFilter(request, response);
            return;
        }
        response.addHeader("Vary", "Accept-Encoding");
        KeptResponse kept = new KeptResponse(response);
        // HEAD has the headers of GET (RFC 9110, 9.3.2), and the tag among them comes from the page
        chain.doFilter(head ? new AskedAsGet(request) : request, kept);
        byte[] body = kept.body();
        if (response.isCommitted() || kept.isRefused()) {
            return;
        }
        if (response.getStatus() == HttpServletResponse.SC_OK) {
            deliver(request, response, body);
        } else if (body.length > 0 && !head) {
            response.getOutputStream().write(body);
        }
    }

    private static void deliver(HttpServletRequest request, HttpServletResponse response, byte[] body)
            throws IOException {
        String tag = "W/\"" + digest(body) + "\"";
        response.setHeader("ETag", tag);
        if (knows(request.getHeader("If-None-Match"), tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        byte[] sent = body;
        if (body.length >= WORTH_COMPRESSING && takesGzip(request.getHeader("Accept-Encoding"))) {
            sent = compressed(body);
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentLength(sent.length);
        if (request.getMethod().equals("GET")) {
            response.getOutputStream().write(sent);
        }
    }

    /** The comparison of RFC 9110, 13.1.2: weak, any of the list. */
    static boolean knows(String ifNoneMatch, String tag) {
        if (ifNoneMatch == null) {
            return false;
        }
        for (String known : ifNoneMatch.split(",")) {
            if (known.strip().equals("*") || known.strip().equals(tag)) {
                return true;
            }
        }
        return false;
    }

    /** Whether gzip is named and not refused with a quality of zero. */
    static boolean takesGzip(String acceptEncoding) {
        if (acceptEncoding == null) {
            return false;
        }
        for (String coding : acceptEncoding.split(",")) {
            String[] parts = coding.replace(" ", "").split(";");
            if (parts[0].equalsIgnoreCase("gzip")) {
                return parts.length == 1 || !parts[1].matches("q=0(\\.0*)?");
            }
        }
        return false;
    }

    private static byte[] compressed(byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 3);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        }
        return bytes.toByteArray();
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body), 0, TAG_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
