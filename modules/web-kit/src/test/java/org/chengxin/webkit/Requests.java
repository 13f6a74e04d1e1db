package org.chengxin.webkit;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;

/** Requests for tests: what is not given is null. */
final class Requests {

    private Requests() {}

    static HttpServletRequest with(String query, Map<String, String> parameters, Cookie... cookies) {
        Map<String, Object> answers = Map.of("getMethod", "GET", "getRequestURI", "/search", "getContextPath", "");
        return (HttpServletRequest) Proxy.newProxyInstance(
                Requests.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getQueryString" -> query;
                    case "getParameter" -> parameters.get((String) arguments[0]);
                    case "getParameterMap" -> arrays(parameters);
                    case "getCookies" -> cookies.length == 0 ? null : cookies;
                    default -> answers.get(method.getName());
                });
    }

    /** The same behind a forward: the query of the address that was asked stands in an attribute only. */
    static HttpServletRequest forwarded(String query, Map<String, String> parameters) {
        HttpServletRequest asked = with(null, parameters);
        return (HttpServletRequest) Proxy.newProxyInstance(
                Requests.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> method.getName().equals("getAttribute")
                                && arguments[0].equals(RequestDispatcher.FORWARD_QUERY_STRING)
                        ? query
                        : method.invoke(asked, arguments));
    }

    private static Map<String, String[]> arrays(Map<String, String> parameters) {
        Map<String, String[]> arrays = new java.util.LinkedHashMap<>();
        parameters.forEach((name, value) -> arrays.put(name, new String[] {value}));
        return arrays;
    }
}
