package org.chengxin.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chengxin.demonstration.Enterprise;
import org.chengxin.system.SystemServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Secrets come in by a lot as they would, in rows that are not public and in fields that are not. Then everything that
 * the portal and the public API answer is read by following every link, and searched.
 */
class CanaryIT {

    private static final String CONTROL = "对照事实CONTROL";
    private static final String CITIZEN = "360426199101010071";
    private static final int MOST_PAGES = 600;
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"#]+)|<loc>([^<]+)</loc>");
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final Map<String, String> SECRETS = new LinkedHashMap<>();

    private static SystemServer server;
    private static Enterprise enterprise;

    @BeforeAll
    static void hideTheSecrets() throws Exception {
        server = SystemServer.shared();
        enterprise = server.enterprises().get(3);
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        StringBuilder csv = new StringBuilder(
                "企业名称,统一社会信用代码,行政处罚决定书文号,主要违法事实,处罚依据,处罚结果,作出处罚的部门,处罚日期,警示或预警截止日期,失信严重程度," + "信息使用范围,备注\n");
        row(csv, CONTROL, "公开公示", today.plusYears(1), secret("field not disclosed", "REMARK"));
        row(csv, secret("government", "GOVERNMENT"), "政务共享", today.plusYears(1), "");
        row(csv, secret("authorised", "AUTHORISED"), "授权查询", today.plusYears(1), "");
        row(csv, secret("undetermined", "UNDETERMINED"), "", today.plusYears(1), "");
        row(csv, secret("over before it came", "ENDED"), "公开公示", today.minusDays(1), "");
        SECRETS.put("citizen's number", CITIZEN);
        String no = server.submit("env", "PEN-ENV", csv.toString());
        server.as("clerk.env").awaitLot(no, Duration.ofSeconds(60), "IN_REVIEW");
        server.approve("env", no);
        server.as("clerk.env").awaitLot(no, Duration.ofSeconds(90), "DONE");

        StringBuilder waiting = new StringBuilder(csv.substring(0, csv.indexOf("\n") + 1));
        row(waiting, secret("not approved", "WAITING"), "公开公示", today.plusYears(1), "");
        server.as("clerk.env")
                .awaitLot(server.submit("env", "PEN-ENV", waiting.toString()), Duration.ofSeconds(60), "IN_REVIEW");
    }

    private static String secret(String what, String word) {
        String secret = "金丝雀CANARY" + word;
        SECRETS.put(what, secret);
        return secret;
    }

    private static void row(StringBuilder csv, String facts, String scope, LocalDate endsOn, String remark) {
        String number = "金环罚〔2026〕" + facts.replaceAll("[^A-Z]", "") + "号";
        csv.append(String.join(
                        ",",
                        enterprise.name(),
                        enterprise.code().value(),
                        number,
                        facts,
                        "《中华人民共和国环境保护法》第六十条",
                        "罚款",
                        "市环境保护局",
                        LocalDate.now(ZoneId.of("Asia/Shanghai")).minusMonths(2).toString(),
                        endsOn.toString(),
                        "一般",
                        scope,
                        remark))
                .append('\n');
    }

    @Test
    void whatEverybodyCanReachHoldsNoSecret() throws Exception {
        Map<String, String> answers = crawl();
        assertThat(answers.values())
                .as("what is public is reached, so that the search is no empty one")
                .anyMatch(answer -> answer.contains(CONTROL));
        assertThat(answers.keySet())
                .anyMatch(address -> address.contains("cursor="))
                .contains("/sitemap.xml");
        SECRETS.forEach((what, secret) -> answers.forEach((address, answer) ->
                assertThat(answer.contains(secret)).as(what + " at " + address).isFalse()));
    }

    @Test
    void askingForASecretDoesNotFindIt() throws Exception {
        for (Map.Entry<String, String> secret : SECRETS.entrySet()) {
            String asked = encoded(secret.getValue());
            assertThat(get("/search?q=" + asked).body())
                    .as(secret.getKey())
                    .doesNotContain("class=\"plain-list hits\"");
            assertThat(get("/suggest?q=" + asked).body()).as(secret.getKey()).isEqualTo("[]");
            assertThat(get("/api/v1/public/subjects?q=" + asked).body())
                    .as(secret.getKey())
                    .contains("\"items\":[]");
        }
    }

    @Test
    void aCitizensNumberIsNotHandedBackByAnyPage() throws Exception {
        for (String path : List.of("/search?q=", "/suggest?q=", "/api/v1/public/subjects?q=", "/nowhere?q=")) {
            HttpResponse<String> answer = get(path + CITIZEN);
            assertThat(answer.body()).as(path).doesNotContain(CITIZEN);
            assertThat(answer.headers().map().toString()).as(path).doesNotContain(CITIZEN);
        }
        assertThat(get("/subjects/" + CITIZEN).statusCode()).isEqualTo(404);
        assertThat(get("/subjects/" + CITIZEN).body()).doesNotContain(CITIZEN);
    }

    @Test
    void noPageIsKeptBeyondMidnightAndTheSamePageIsNotSentTwice() throws Exception {
        String page = "/subjects/" + enterprise.code().value();
        HttpResponse<String> first = get(page);
        assertThat(first.headers().firstValue("Cache-Control").orElseThrow())
                .matches("no-store|public, max-age=\\d\\d?, .*");
        assertThat(first.headers().firstValue("Content-Security-Policy")).isPresent();
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = CLIENT.send(
                HttpRequest.newBuilder(server.address().resolve(page))
                        .header("If-None-Match", tag)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    /** Every page by its address, with headers and body, from the start page, the site map and the public API on. */
    private static Map<String, String> crawl() throws Exception {
        Deque<String> open = new ArrayDeque<>(List.of(
                "/",
                "/?lang=en",
                "/sitemap.xml",
                "/robots.txt",
                "/search?q=" + encoded("有限公司"),
                "/search?q=" + encoded(enterprise.name()),
                "/suggest?q=" + encoded(enterprise.name().substring(0, 4)),
                "/lists/identity",
                "/nowhere",
                "/subjects/id/nobody",
                "/search?q=x&cursor=forged",
                "/lists/alert?place=x",
                "/api/v1/public/subjects?q=" + encoded("有限公司"),
                "/api/v1/public/subjects/" + enterprise.code().value(),
                "/api/v1/public/subjects/" + enterprise.code().value() + "/records",
                "/api/v1/public/subjects/" + enterprise.code().value() + "/records?section=alert",
                "/api/v1/public/subjects/" + enterprise.code().value() + "/records?cursor=forged"));
        Set<String> known = new TreeSet<>(open);
        Map<String, String> answers = new LinkedHashMap<>();
        while (!open.isEmpty() && answers.size() < MOST_PAGES) {
            String address = open.removeFirst();
            HttpResponse<String> answer = get(address);
            answers.put(address, answer.headers().map() + "\n" + answer.body());
            for (String link : links(answer.body())) {
                if (known.add(link)) {
                    open.addLast(link);
                }
            }
        }
        return answers;
    }

    private static List<String> links(String body) {
        List<String> links = new ArrayList<>();
        Matcher link = LINK.matcher(body);
        while (link.find()) {
            String found = (link.group(1) == null ? link.group(2) : link.group(1)).replace("&amp;", "&");
            String own = server.address().resolve("/").toString();
            String path = found.startsWith(own) ? "/" + found.substring(own.length()) : found;
            boolean ours = path.startsWith("/") && !path.startsWith("//") && !path.startsWith("/console");
            boolean look = path.contains("contrast=") || path.contains("text=");
            if (ours && !look) {
                links.add(path);
            }
        }
        return links;
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(server.address().resolve("/").toString() + path.substring(1)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
