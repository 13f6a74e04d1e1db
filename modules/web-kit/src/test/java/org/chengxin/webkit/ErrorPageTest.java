package org.chengxin.webkit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

class ErrorPageTest {

    private static final String TASK = "/console/task.xhtml";

    @Test
    void theWayBackKeepsWhatTheAddressSelects() {
        assertThat(back("id=7&cid=2", null)).isEqualTo(TASK + "?id=7&cid=2");
    }

    @Test
    void aFormIsSentWithoutItsQuerySoThePageBeforeSaysIt() {
        assertThat(back(null, "https://credit.example/console/task.xhtml?id=7")).isEqualTo(TASK + "?id=7");
    }

    @Test
    void anotherPageSaysNothing() {
        assertThat(back(null, "https://credit.example/console/inbox.xhtml?id=7"))
                .isEqualTo(TASK);
        assertThat(back(null, "not an address: %%%")).isEqualTo(TASK);
        assertThat(back(null, null)).isEqualTo(TASK);
    }

    @Test
    void aCitizensNumberDoesNotSpreadIntoTheLink() {
        assertThat(back("q=360426199101010071", null)).isEqualTo(TASK);
    }

    private static String back(String query, String referer) {
        HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
                ErrorPageTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getQueryString" -> query;
                    case "getHeader" -> arguments[0].equals("Referer") ? referer : null;
                    default -> null;
                });
        return ErrorPage.back(request, TASK);
    }
}
