package org.chengxin.system.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A window on the installation, and what it complained about. */
final class Visit {

    static final int HEIGHT = 800;

    private static final Path PICTURES =
            Path.of(System.getProperty("chengxin.testbed")).resolveSibling("browser");
    private static final Set<String> GIVEN_UP = Set.of("fetch", "image", "other");

    private final Installation installation;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private int status;

    Visit(Installation installation, Page page) {
        this.installation = installation;
        this.page = page;
        page.onConsoleMessage(message -> {
            // that the page itself is not there is said by the server, and no mistake of the page
            boolean ofPage = message.location().startsWith(page.url() + ":")
                    && message.text().contains("404");
            if (message.type().equals("error") && !ofPage) {
                complaints.add(message.text() + " (" + message.location() + ")");
            }
        });
        page.onPageError(complaints::add);
        page.onRequestFailed(request -> {
            // who goes on to another page gives up what this one was still asking, such as suggestions while typing or
            // its icon; styles and scripts were there before anything could be done
            boolean givenUp = GIVEN_UP.contains(request.resourceType()) && "net::ERR_ABORTED".equals(request.failure());
            if (!givenUp) {
                complaints.add(request.url() + ": " + request.failure());
            }
        });
    }

    Page page() {
        return page;
    }

    /** Errors of scripts, and what could not be loaded. */
    List<String> complaints() {
        return complaints;
    }

    /** Of the page that was gone to last. */
    int status() {
        return status;
    }

    /** Makes the window this wide, in CSS pixels. */
    void resize(int width) {
        page.setViewportSize(width, HEIGHT);
    }

    /** Leaves a picture of the whole page in the build's folder. */
    void picture(String name, Look look) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(PICTURES.resolve(
                        (name + "-" + look.width() + "-" + look.language() + ".png").replaceAll("[^\\w.-]+", "-"))));
    }

    Visit go(String path) {
        Response response = page.navigate(installation.at(path));
        status = response.status();
        return this;
    }

    /** Fills in the sign-in form and sends it with Enter. */
    void signIn(String username, String password) {
        go("console/sign-in.xhtml");
        page.locator("#name").fill(username);
        page.locator("#password").fill(password);
        page.locator("#password").press("Enter");
    }

    /** Goes on with Tab until something is focused, as somebody without a mouse does. */
    Locator tabTo(String selector) {
        for (int step = 0; step < 200; step++) {
            Locator focused = page.locator(selector + ":focus");
            if (focused.count() > 0) {
                return focused;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("not reached with the keyboard: " + selector);
    }
}
