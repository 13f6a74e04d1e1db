package org.chengxin.system.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengxin.demonstration.CityGenerator;
import org.chengxin.demonstration.Enterprise;
import org.chengxin.launcher.boundary.Installation;
import org.chengxin.launcher.control.PostgresBinaries;
import org.chengxin.launcher.control.PostgresPlace;
import org.chengxin.launcher.entity.LaunchFailure;
import org.chengxin.launcher.entity.LaunchSettings;
import org.chengxin.system.Caller;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What {@code CHENGXIN_MODE=production ./run} brings up, from the first start to the first lot. */
@TestMethodOrder(OrderAnnotation.class)
class ProductionIT {

    private static final String ADMINISTRATOR = "chosen-for-this-test-1";
    private static final String ONE_TIME = "given-by-the-admin-1";
    private static final String OWN = "chosen-by-oneself-7";

    private static final String ITEM = """
            {"name":"企业登记信息","nameEn":"Registration","sectionRule":"IDENTITY","registersSubjects":true,
             "legalBasis":"《企业信息公示暂行条例》第六条","frequency":"REAL_TIME","proposedScope":"PUBLIC",
             "titleTemplate":"{subjectName}","dedupeKey":["subject"],"fields":[
              {"name":"subjectName","title":"企业名称","type":"TEXT","required":true,"meaning":"SUBJECT_NAME"},
              {"name":"unifiedCode","title":"统一社会信用代码","type":"UNIFIED_CODE","required":true,
               "meaning":"SUBJECT_CODE"}]}""";

    private static Path checkout;
    private static Path data;
    private static Map<String, String> environment;
    private static int httpPort;
    private static URI encrypted;

    @BeforeAll
    static void settle() throws Exception {
        checkout = Path.of(System.getProperty("chengxin.checkout"));
        data = Path.of(System.getProperty("chengxin.testbed")).resolve("production");
        PostgresBinaries.removeTree(data);
        PostgresBinaries.removeTree(PostgresPlace.outsideOf(data));
        Files.createDirectories(data);
        httpPort = freePort();
        int httpsPort = freePort();
        encrypted = URI.create("https://127.0.0.1:" + httpsPort + "/");
        environment = new HashMap<>(Map.of(
                "CHENGXIN_MODE", "production",
                "CHENGXIN_DATA", data.toString(),
                "CHENGXIN_HTTP_PORT", Integer.toString(httpPort),
                "CHENGXIN_HTTPS_PORT", Integer.toString(httpsPort)));
    }

    @Test
    @Order(1)
    void without_a_password_for_the_administrator_nothing_starts() {
        try (Installation installation = installation()) {
            assertThatThrownBy(installation::start)
                    .isInstanceOf(LaunchFailure.class)
                    .hasMessageContaining("CHENGXIN_ADMIN_PASSWORD");
        }
    }

    @Test
    @Order(2)
    void the_administrator_gets_in_over_https_and_nobody_else() throws Exception {
        environment.put("CHENGXIN_ADMIN_PASSWORD", ADMINISTRATOR);
        try (Installation installation = installation()) {
            installation.start();
            environment.remove("CHENGXIN_ADMIN_PASSWORD");

            basicIsOff();
            nothingIsSaidInClearToOthers();
            ConsoleForms strangers = new ConsoleForms(encrypted);
            assertThat(strangers.get("sign-in.xhtml").body())
                    .contains("name=\"password\"")
                    .doesNotContain("clerk.", "class=\"accounts\"");
            for (String account : List.of("clerk.env", "reviewer.market", "centre", "auditor", "catalogue", "admin")) {
                assertThat(strangers.signIn(account, installation.demonstrationPassword()))
                        .as(account + " with a password of the demonstration")
                        .isNull();
            }
            ConsoleForms admin = new ConsoleForms(encrypted);
            assertThat(admin.signIn("admin", ADMINISTRATOR)).contains("/console/");
            assertThat(admin.cookies())
                    .filteredOn(cookie -> cookie.getName().equals("CHENGXIN_CONSOLE"))
                    .singleElement()
                    .matches(cookie -> cookie.getSecure() && cookie.isHttpOnly(), "for encrypted connections only");
            assertThat(admin.get("accounts.xhtml").body())
                    .as("the accounts there are")
                    .contains("username=admin\"")
                    .doesNotContain("username=clerk");
            admin.send(
                    "organisations.xhtml",
                    "organisation",
                    "put",
                    Map.of(
                            "code",
                            "market",
                            "name",
                            "某市市场监督管理局",
                            "shortName",
                            "市场监管",
                            "nameEn",
                            "Market supervision",
                            "kind",
                            "DEPARTMENT",
                            "level",
                            "MUNICIPAL",
                            "division",
                            "320500",
                            "parent",
                            ""));
            account(admin, "editor.one", "credit-centre", "CATALOGUE_EDITOR");
            account(admin, "clerk.one", "market", "CLERK");
            account(admin, "reviewer.one", "market", "REVIEWER");
            assertThat(admin.get("accounts.xhtml").body())
                    .contains("username=clerk.one\"")
                    .doesNotContain(ONE_TIME);
        }
    }

    @Test
    @Order(3)
    void the_first_lot_comes_in_and_is_public() throws Exception {
        // Basic is what this place decided on, for connections that are encrypted
        Files.writeString(
                data.resolve("local.xml"), "<server><variable name=\"chengxin.api.basic\" value=\"true\"/></server>");
        try (Installation installation = installation()) {
            installation.start();
            Caller editor = person("editor.one");
            Caller clerk = person("clerk.one");
            Caller reviewer = person("reviewer.one");
            Caller.Answer item = editor.put("catalogue/items/REGISTRATION", ITEM);
            assertThat(item.status()).as(item.body()).isEqualTo(200);
            assertThat(editor.put("catalogue/items/REGISTRATION/suppliers/market", "{}")
                            .status())
                    .isEqualTo(200);

            Enterprise enterprise = new CityGenerator(5, 10).enterprises().get(0);
            Caller.Answer sent = clerk.submit(
                    "REGISTRATION",
                    "&scope=PUBLIC",
                    "企业名称,统一社会信用代码\r\n" + enterprise.name() + ","
                            + enterprise.code().value() + "\r\n",
                    null);
            assertThat(sent.status()).as(sent.body()).isEqualTo(202);
            String no = sent.json().getString("no");
            clerk.awaitLot(no, Duration.ofSeconds(60), "IN_REVIEW");
            assertThat(reviewer.post("tasks/" + reviewer.taskOf(no) + "/decision", "{\"outcome\":\"approve\"}")
                            .status())
                    .isEqualTo(200);
            clerk.awaitLot(no, Duration.ofSeconds(60), "DONE");

            JsonObject subject = Caller.anonymous(inClear())
                    .get("public/subjects/" + enterprise.code().value())
                    .json();
            assertThat(subject.getString("name")).isEqualTo(enterprise.name());
        }
    }

    @Test
    @Order(4)
    void what_was_begun_in_earnest_takes_no_demonstration() {
        environment.put("CHENGXIN_MODE", "demonstration");
        try (Installation installation = installation()) {
            assertThatThrownBy(installation::start)
                    .isInstanceOf(LaunchFailure.class)
                    .hasMessageContaining("CHENGXIN_MODE=production");
        }
    }

    private static Installation installation() {
        return new Installation(LaunchSettings.of(checkout, environment), line -> {});
    }

    private static URI inClear() {
        return URI.create("http://127.0.0.1:" + httpPort + "/");
    }

    private static void basicIsOff() throws Exception {
        Caller.Answer refused =
                Caller.as(client(), encrypted, "admin", ADMINISTRATOR).get("organisations");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.code()).isEqualTo("BASIC_DISABLED");
    }

    /** Only programs of this machine, such as a proxy, reach the port that is not encrypted. */
    private static void nothingIsSaidInClearToOthers() throws Exception {
        Optional<InetAddress> ofTheNetwork = NetworkInterface.networkInterfaces()
                .flatMap(each -> Collections.list(each.getInetAddresses()).stream())
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .findFirst();
        if (ofTheNetwork.isPresent()) {
            assertThat(answers(ofTheNetwork.get(), httpPort)).as("in clear").isFalse();
            assertThat(answers(ofTheNetwork.get(), encrypted.getPort()))
                    .as("encrypted")
                    .isTrue();
        }
        HttpResponse<String> page = new ConsoleForms(encrypted).get("sign-in.xhtml");
        assertThat(page.statusCode()).isEqualTo(200);
    }

    private static boolean answers(InetAddress address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 2_000);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private static void account(ConsoleForms admin, String username, String organisation, String role)
            throws Exception {
        admin.send(
                "accounts.xhtml",
                "account",
                "put",
                Map.of(
                        "username",
                        username,
                        "displayName",
                        "某人",
                        "organisation",
                        organisation,
                        "roles",
                        role,
                        "enabled",
                        "true",
                        "password",
                        ONE_TIME));
    }

    /** Somebody who has set an own password in place of the one that was given. */
    private static Caller person(String username) throws Exception {
        Caller given = Caller.as(client(), encrypted, username, ONE_TIME);
        assertThat(given.get("tasks").code()).isEqualTo("PASSWORD_ONE_TIME");
        assertThat(given.put("accounts/me/password", "{\"present\":\"" + ONE_TIME + "\",\"next\":\"" + OWN + "\"}")
                        .status())
                .isEqualTo(204);
        return Caller.as(client(), encrypted, username, OWN);
    }

    private static HttpClient client() throws Exception {
        return ConsoleForms.builder().build();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
