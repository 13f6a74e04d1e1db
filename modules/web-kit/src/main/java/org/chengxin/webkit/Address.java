package org.chengxin.webkit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chengxin.kernel.code.SubjectCode;
import org.chengxin.kernel.text.Masking;
import org.chengxin.kernel.text.TextCleaning;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The address under which the visitor asked for this page, also behind a forward, and its variants. */
@Named("address")
@RequestScoped
public class Address {

    private static final Set<String> PREFERENCES = Set.of("lang", "contrast", "text");

    @Inject
    HttpServletRequest request;

    /** Where the site is reached from outside, such as {@code https://credit.example.gov.cn}; its page addresses follow. */
    @Inject
    @ConfigProperty(name = "chengxin.site.url")
    Optional<String> siteUrl;

    /**
     * Whether the site's address is configured. Where it is not, {@link #absolute} repeats what the caller says in its
     * Host header, which is nothing to be kept for others.
     */
    public boolean isConfigured() {
        return site().isPresent();
    }

    /**
     * This page with one parameter changed, such as the same page in another language.
     *
     * @param value null for the page without this parameter
     */
    public String with(String parameter, String value) {
        Map<String, String> parameters = parameters();
        if (value == null || value.isEmpty()) {
            parameters.remove(parameter);
        } else {
            parameters.put(parameter, value);
        }
        return path() + query(parameters);
    }

    /** The one address of this page: without language and look. Absolute where the site's address is configured. */
    public String getCanonical() {
        Map<String, String> parameters = parameters();
        parameters.keySet().removeAll(PREFERENCES);
        return site().orElse("") + path() + query(parameters);
    }

    /**
     * An address for somebody outside of this site: under the configured address, else under the one that was asked.
     *
     * @param path in the site's application, beginning with a slash
     */
    public String absolute(String path) {
        return site().orElseGet(this::asked) + request.getContextPath() + path;
    }

    /**
     * An address for what many may keep, such as a page: absolute where the site's address is configured, and never with
     * what the caller says in its Host header.
     *
     * @param path in the site's application, beginning with a slash
     */
    public String published(String path) {
        return site().orElse("") + request.getContextPath() + path;
    }

    private Optional<String> site() {
        return siteUrl.map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
    }

    private String asked() {
        boolean usual = request.getServerPort() == (request.isSecure() ? 443 : 80);
        return request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + request.getServerPort());
    }

    /** The path as it stands in the browser. */
    public String getPath() {
        return path();
    }

    /** A value as a part of a path. */
    public static String segment(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String path() {
        Object forwarded = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        return forwarded == null ? request.getRequestURI() : forwarded.toString();
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            request.getParameterMap().forEach((name, values) -> {
                if (!values[0].isBlank() && isKnownOrNoChoice(name, values[0]) && !holdsCitizenId(values[0])) {
                    parameters.put(name, values[0]);
                }
            });
        }
        return parameters;
    }

    /** A choice that there is not does not spread into links. */
    private static boolean isKnownOrNoChoice(String name, String value) {
        return !PREFERENCES.contains(name) || Preferences.Choice.isKnown(name, value);
    }

    /** What somebody typed into the search by mistake does not spread into links. */
    private static boolean holdsCitizenId(String value) {
        String dense = TextCleaning.token(value);
        return SubjectCode.classify(value).isPersonal()
                || !Masking.maskIdsIn(dense).equals(dense);
    }

    private static String query(Map<String, String> parameters) {
        return parameters.isEmpty()
                ? ""
                : parameters.entrySet().stream()
                        .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
