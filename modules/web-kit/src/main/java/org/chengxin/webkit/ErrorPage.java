package org.chengxin.webkit;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.chengxin.kernel.text.Masking;

/**
 * The page for what went wrong, in the visitor's language and without a word about the inside. What is our fault gets a
 * reference number, which stands in the log with the cause. A plain servlet, so that it works when the pages do not.
 */
public class ErrorPage extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(ErrorPage.class.getName());
    private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String VIEW_EXPIRED = "jakarta.faces.application.ViewExpiredException";

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getDispatcherType() != DispatcherType.ERROR) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Throwable cause = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        boolean expired = isViewExpired(cause);
        int status = expired ? HttpServletResponse.SC_CONFLICT : status(request, cause);
        String reference = "";
        if (status >= 500) {
            reference = reference();
            LOG.log(Level.SEVERE, "error " + reference + " at " + Masking.maskIdsIn(path), cause);
        }
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter()
                .write(page(request, kind(status, expired), reference, expired ? back(request, path) : null));
    }

    /**
     * The page that somebody comes from, with what its address selects: a form of the pages is sent without its query, so
     * that is taken from the page that sent it, if it is this one.
     */
    static String back(HttpServletRequest request, String path) {
        String query = request.getQueryString();
        if (query == null) {
            query = queryOf(request.getHeader("Referer"), path);
        }
        return query == null || !Masking.maskIdsIn(query).equals(query) ? path : path + "?" + query;
    }

    private static String queryOf(String referer, String path) {
        try {
            URI from = referer == null ? null : new URI(referer);
            return from != null && path.equals(from.getRawPath()) ? from.getRawQuery() : null;
        } catch (URISyntaxException unreadable) {
            return null;
        }
    }

    private static int status(HttpServletRequest request, Throwable cause) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (code == null || (cause != null && (Integer) code < 400)) {
            return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        }
        return (Integer) code;
    }

    private static String kind(int status, boolean expired) {
        if (expired) {
            return "expired";
        }
        return switch (status) {
            case 400, 403, 404, 405 -> String.valueOf(status);
            default -> status < 500 ? "400" : "500";
        };
    }

    private static boolean isViewExpired(Throwable cause) {
        for (Throwable t = cause; t != null; t = t.getCause()) {
            if (t.getClass().getName().equals(VIEW_EXPIRED)) {
                return true;
            }
        }
        return false;
    }

    private static String reference() {
        StringBuilder reference = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            reference.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return reference.toString();
    }

    private static String page(HttpServletRequest request, String kind, String reference, String again)
            throws IOException {
        Preferences preferences = chosen(request);
        Locale locale = preferences.locale();
        String text = Bundles.text("webkit.error." + kind + ".text", locale);
        String home = request.getContextPath() + "/";
        Map<String, String> values = Map.ofEntries(
                Map.entry("lang", preferences.tag()),
                Map.entry("contrast", preferences.contrast()),
                Map.entry("textSize", preferences.text()),
                Map.entry("context", request.getContextPath()),
                Map.entry("site", Bundles.text("webkit.site.name", locale)),
                Map.entry("title", Bundles.text("webkit.error." + kind + ".title", locale)),
                Map.entry("text", text),
                Map.entry(
                        "reference",
                        reference.isEmpty()
                                ? ""
                                : MessageFormat.format(Bundles.text("webkit.error.reference", locale), reference)),
                Map.entry("address", again == null ? home : again),
                Map.entry("link", Bundles.text(again == null ? "webkit.error.home" : "webkit.error.again", locale)));
        String html = template();
        for (Map.Entry<String, String> value : values.entrySet()) {
            html = html.replace("${" + value.getKey() + "}", escaped(value.getValue()));
        }
        return html;
    }

    private static Preferences chosen(HttpServletRequest request) {
        try {
            return Preferences.of(request);
        } catch (IllegalArgumentException undecodable) {
            return new Preferences("zh_CN", "normal", "normal");
        }
    }

    private static String template() throws IOException {
        try (InputStream template = ErrorPage.class.getResourceAsStream("error.html")) {
            return new String(template.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("$", "&#36;");
    }
}
