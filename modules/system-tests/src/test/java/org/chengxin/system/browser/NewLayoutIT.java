package org.chengxin.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.chengxin.system.PenaltyLines;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A file whose headings nobody has seen before. */
class NewLayoutIT {

    private static Installation installation;
    private static Chromium chromium;

    @BeforeAll
    static void open() throws Exception {
        installation = Installation.open();
        chromium = new Chromium(installation);
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    private static byte[] oneRow() throws Exception {
        JsonObject enterprise = installation.enterprises().get(2);
        PenaltyLines lines = PenaltyLines.environment();
        lines.line(
                enterprise.getString("name"),
                enterprise.getString("code"),
                "苏环新版第" + System.nanoTime() + "号",
                "警告",
                PenaltyLines.today().minusDays(5),
                "公开公示");
        return lines.csv().replaceFirst("^\uFEFF?[^,]+", "甲").getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void it_is_checked_by_its_columns_as_they_are_chosen_now() throws Exception {
        chromium.visit("new layout", Look.DESK, "clerk.env", visit -> {
            Page page = visit.go("console/submit.xhtml?item=PEN-ENV").page();
            page.locator("[id='send:file']").setInputFiles(new FilePayload("新版.csv", "text/csv", oneRow()));
            page.locator("[id='send:go']").click();
            page.waitForURL("**/console/mapping.xhtml?draft=*");
            Locator name = page.locator("[id='map'] tbody select").first();
            name.selectOption("");
            page.locator("[id='map:check']").click();
            page.locator("#file-findings:has-text('请先完成')").waitFor();

            name.selectOption("subjectName");
            page.locator("[id='map:check']").click();
            page.locator("#file-findings:has-text('全部 1 行')").waitFor();
            assertThat(PageRules.broken(visit, Look.DESK)).isEmpty();
        });
    }
}
