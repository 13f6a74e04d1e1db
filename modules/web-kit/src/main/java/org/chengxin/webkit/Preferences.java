package org.chengxin.webkit;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a visitor wants to read: taken from the address ({@code ?lang=en&contrast=high&text=large}), else from the cookies
 * that an earlier choice left, else Chinese, normal contrast, normal size. What the browser asks for by itself does not
 * count: a public notice is read in Chinese unless somebody chooses otherwise.
 *
 * @param lang {@code zh_CN} or {@code en}
 * @param contrast {@code normal} or {@code high}
 * @param text size of text, {@code normal} or {@code large}
 */
public record Preferences(String lang, String contrast, String text) {

    /** The choices there are; the first is the one without a choice. */
    enum Choice {
        LANG("lang", "zh_CN", "en"),
        CONTRAST("contrast", "normal", "high"),
        TEXT("text", "normal", "large");

        private final String parameter;
        private final List<String> values;

        Choice(String parameter, String... values) {
            this.parameter = parameter;
            this.values = List.of(values);
        }

        /** Whether a parameter of this name can say this. */
        static boolean isKnown(String parameter, String value) {
            return Arrays.stream(values())
                    .anyMatch(choice -> choice.parameter.equals(parameter) && choice.values.contains(value));
        }

        /** Name of the parameter in an address. */
        String parameter() {
            return parameter;
        }

        /** Name of the cookie. */
        String cookie() {
            return "chengxin_" + parameter;
        }

        /** What the address says, if it says something known. Only where parameters can be read without the body. */
        Optional<String> asked(HttpServletRequest request) {
            return Optional.ofNullable(hasQuery(request) ? request.getParameter(parameter) : null)
                    .filter(values::contains);
        }

        /** Behind a forward the address that was asked stands in an attribute. */
        private static boolean hasQuery(HttpServletRequest request) {
            return request.getQueryString() != null
                    || request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING) != null;
        }

        private String of(HttpServletRequest request) {
            return asked(request).or(() -> kept(request)).orElse(values.get(0));
        }

        private Optional<String> kept(HttpServletRequest request) {
            if (request.getCookies() == null) {
                return Optional.empty();
            }
            for (Cookie cookie : request.getCookies()) {
                if (cookie.getName().equals(cookie()) && values.contains(cookie.getValue())) {
                    return Optional.of(cookie.getValue());
                }
            }
            return Optional.empty();
        }
    }

    /** What the visitor behind this request chose. */
    public static Preferences of(HttpServletRequest request) {
        return new Preferences(Choice.LANG.of(request), Choice.CONTRAST.of(request), Choice.TEXT.of(request));
    }

    public boolean english() {
        return lang.equals("en");
    }

    public Locale locale() {
        return english() ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }

    /** The language as HTML writes it (BCP 47). */
    public String tag() {
        return locale().toLanguageTag();
    }
}
