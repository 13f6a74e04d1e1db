package org.chengxin.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.chengxin.system.SystemServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The addresses that programs of operators ask. */
class OperatorAddressesIT {

    private static SystemServer system;

    @BeforeAll
    static void start() throws Exception {
        system = SystemServer.shared();
    }

    @Test
    void one_document_describes_the_whole_interface() throws Exception {
        String document = get("openapi?format=json").body();

        assertThat(document)
                .contains("\"/v1/submissions\"", "\"/v1/tasks\"", "\"/v1/public/subjects\"", "/api\"")
                .contains("application/problem+json");
    }

    @Test
    void readiness_names_what_it_waited_for() throws Exception {
        assertThat(get("health/ready").body()).contains("\"engine\":true", "\"database\":true", "\"publication\":true");
    }

    @Test
    void figures_are_for_this_machine_and_not_for_what_a_proxy_hands_on() throws Exception {
        String figures = get("metrics").body();

        assertThat(figures)
                .contains("chengxin_records{state=\"PUBLISHED\"}", "chengxin_lots{state=\"DONE\"}", "jvm_threads")
                .contains("\nchengxin_records_public_past_day 0\n", "\nchengxin_incidents 0\n");
        assertThat(send("metrics", "X-Forwarded-For", "198.51.100.7").statusCode())
                .isEqualTo(403);
    }

    private static HttpResponse<String> get(String path) throws Exception {
        HttpResponse<String> answer = send(path, "Accept", "*/*");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }

    private static HttpResponse<String> send(String path, String header, String value) throws Exception {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(
                        HttpRequest.newBuilder(system.address().resolve(path))
                                .header(header, value)
                                .timeout(Duration.ofSeconds(30))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
