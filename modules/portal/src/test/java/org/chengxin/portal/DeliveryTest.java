package org.chengxin.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DeliveryTest {

    @Test
    void aPageThatTheBrowserHasIsKnownByItsTag() {
        assertThat(Delivery.knows("W/\"a\", W/\"b\"", "W/\"b\"")).isTrue();
        assertThat(Delivery.knows("*", "W/\"b\"")).isTrue();
        assertThat(Delivery.knows("W/\"a\"", "W/\"b\"")).isFalse();
        assertThat(Delivery.knows(null, "W/\"b\"")).isFalse();
    }

    @Test
    void itIsCompressedForThoseWhoTakeIt() {
        assertThat(Delivery.takesGzip("gzip, deflate, br")).isTrue();
        assertThat(Delivery.takesGzip("br, GZIP;q=0.5")).isTrue();
        assertThat(Delivery.takesGzip("gzip;q=0, br")).isFalse();
        assertThat(Delivery.takesGzip("gzip; q=0.0")).isFalse();
        assertThat(Delivery.takesGzip("br")).isFalse();
        assertThat(Delivery.takesGzip(null)).isFalse();
    }

    @Test
    void headHasTheHeadersOfGetAndNoBody() throws Exception {
        Answer get = deliver("GET", (request, response) -> response.getWriter().write("一页"));
        Answer head = deliver("HEAD", (request, response) -> {
            assertThat(((HttpServletRequest) request).getMethod()).isEqualTo("GET");
            response.getWriter().write("一页");
        });
        assertThat(head.headers).isEqualTo(get.headers).containsKeys("ETag", "Content-Length");
        assertThat(get.body.toString(StandardCharsets.UTF_8)).isEqualTo("一页");
        assertThat(head.body.size()).isZero();
    }

    @Test
    void aMethodThatIsNotTakenIsRefusedWithThoseThatAre() throws Exception {
        Answer refused = deliver("POST", (request, response) -> ((HttpServletResponse) response).sendError(405));
        assertThat(refused.status).isEqualTo(405);
        assertThat(refused.headers).containsEntry("Allow", "GET, HEAD, OPTIONS");
        Answer missing = deliver("POST", (request, response) -> ((HttpServletResponse) response).sendError(404));
        assertThat(missing.headers).doesNotContainKey("Allow");
    }

    @Test
    void nothingIsSearchedThatIsLongerThanAName() {
        assertThat(Pages.isTooLong(null)).isFalse();
        assertThat(Pages.isTooLong("名".repeat(200))).isFalse();
        assertThat(Pages.isTooLong("名".repeat(201))).isTrue();
    }

    private static Answer deliver(String method, FilterChain page) throws Exception {
        Answer answer = new Answer();
        new Delivery().doFilter(asked(method), answer.response(), page);
        return answer;
    }

    private static HttpServletRequest asked(String method) {
        return proxy(HttpServletRequest.class, (proxy, called, arguments) -> switch (called.getName()) {
            case "getMethod" -> method;
            case "getServletPath" -> "/search";
            default -> null;
        });
    }

    /** What was answered. */
    private static final class Answer {
        private final Map<String, String> headers = new TreeMap<>();
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private int status = 200;

        private HttpServletResponse response() {
            return proxy(HttpServletResponse.class, (proxy, called, arguments) -> switch (called.getName()) {
                case "setHeader", "addHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
                case "setContentLength" -> headers.put("Content-Length", arguments[0].toString());
                case "getCharacterEncoding" -> "UTF-8";
                case "getStatus" -> status;
                case "isCommitted" -> false;
                case "sendError" -> status = (Integer) arguments[0];
                case "getOutputStream" ->
                    new ServletOutputStream() {
                        @Override
                        public void write(int one) {
                            body.write(one);
                        }

                        @Override
                        public boolean isReady() {
                            return true;
                        }

                        @Override
                        public void setWriteListener(WriteListener listener) {}
                    };
                default -> null;
            });
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(DeliveryTest.class.getClassLoader(), new Class<?>[] {type}, answers));
    }
}
