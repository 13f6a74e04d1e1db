package org.chengxin.webkit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestRulesTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    @Test
    void whatIsReadableGoesOn() {
        assertThat(refusal("GET", "/record.xhtml", "no=R1", null, Map.of("no", "R1")))
                .isZero();
        assertThat(refusal("GET", "/record.xhtml", null, null, Map.of())).isZero();
        assertThat(refusal("POST", "/task.xhtml", null, FORM, Map.of("reason", "理".repeat(20_000))))
                .isZero();
    }

    @Test
    void nothingOfTheAddressHoldsNul() {
        assertThat(refusal("GET", "/record.xhtml", "no=%00", null, Map.of("no", "\0")))
                .isEqualTo(400);
        assertThat(refusal("GET", "/record.xhtml", "n%00=1", null, Map.of("n\0", "1")))
                .isEqualTo(400);
        assertThat(refusal("GET", "/subjects/a%00b", null, null, Map.of())).isEqualTo(400);
        assertThat(refusal("POST", "/task.xhtml", "id=a%00", "multipart/form-data", Map.of()))
                .isEqualTo(400);
    }

    @Test
    void nothingOfAFormHoldsNul() {
        assertThat(refusal("POST", "/task.xhtml", null, FORM, Map.of("reason", "a\0b")))
                .isEqualTo(400);
        assertThat(refusal("POST", "/task.xhtml", null, FORM, Map.of("rea\0son", "ab")))
                .isEqualTo(400);
    }

    @Test
    void anAddressHasALength() {
        assertThat(refusal("GET", "/search", "q=1", null, Map.of("q", "x".repeat(4_000))))
                .isZero();
        assertThat(refusal("GET", "/search", "q=1", null, Map.of("q", "x".repeat(4_001))))
                .isEqualTo(400);
        assertThat(refusal("HEAD", "/search", "q=1", null, Map.of("lang", "x".repeat(4_001))))
                .isEqualTo(400);
        assertThat(refusal("POST", "/task.xhtml", "x".repeat(8_193), FORM, Map.of()))
                .isEqualTo(414);
    }

    @Test
    void theFieldsBesideAFileLoseIt() {
        CleanFields fields = new CleanFields(
                request("POST", "/submit.xhtml", null, "multipart/form-data", Map.of("document", "a\0b")));
        assertThat(fields.getParameter("document")).isEqualTo("ab");
        assertThat(fields.getParameterValues("document")).containsExactly("ab");
        assertThat(fields.getParameterMap().get("document")).containsExactly("ab");
        assertThat(fields.getParameter("other")).isNull();
        assertThat(fields.getParameterValues("other")).isNull();
    }

    private static int refusal(String method, String uri, String query, String type, Map<String, String> parameters) {
        return RequestRules.refusal(request(method, uri, query, type, parameters));
    }

    private static HttpServletRequest request(
            String method, String uri, String query, String type, Map<String, String> parameters) {
        HttpServletRequest answering = Requests.with(query, parameters);
        return (HttpServletRequest) Proxy.newProxyInstance(
                RequestRulesTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, called, arguments) -> switch (called.getName()) {
                    case "getMethod" -> method;
                    case "getRequestURI" -> uri;
                    case "getContentType" -> type;
                    case "getParameterValues" ->
                        parameters.containsKey(arguments[0]) ? new String[] {parameters.get(arguments[0])} : null;
                    default -> called.invoke(answering, arguments);
                });
    }
}
