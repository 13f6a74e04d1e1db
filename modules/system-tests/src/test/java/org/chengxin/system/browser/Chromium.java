package org.chengxin.system.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One browser for a class of tests; every visit has its own cookies, width and language. */
final class Chromium implements AutoCloseable {

    /** What is done on a visit. */
    interface Stay {
        void at(Visit visit) throws Exception;
    }

    private static final double PATIENCE_MILLIS = 20_000;

    private final Installation installation;
    private final Playwright playwright;
    private final Browser browser;
    private final Map<String, String> signedIn = new HashMap<>();
    private final Map<String, BrowserContext> kept = new HashMap<>();

    Chromium(Installation installation) {
        this.installation = installation;
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /**
     * Opens a window for a while; when something goes wrong there, a picture of it stays in the build's folder.
     *
     * @param name of the picture
     * @param look width and language
     * @param username who is signed in to the console; null for nobody
     */
    void visit(String name, Look look, String username, Stay stay) throws Exception {
        try (BrowserContext context = context(look, username)) {
            stay(context, name, look, stay);
        }
    }

    /** The same in a window that is kept for whoever looks like this again: opening one takes longer than most pages. */
    void glance(String name, Look look, String username, Stay stay) throws Exception {
        String window = look.width() + look.language() + username;
        if (!kept.containsKey(window)) {
            kept.put(window, context(look, username));
        }
        stay(kept.get(window), name, look, stay);
    }

    private BrowserContext context(Look look, String username) throws Exception {
        String session = username == null ? null : session(username);
        Browser.NewContextOptions options = new Browser.NewContextOptions()
                .setViewportSize(look.width(), Visit.HEIGHT)
                // the accessibility rules are put into the page as a script that our own policy forbids
                .setBypassCSP(true);
        if (session != null) {
            options.setStorageState(session);
        }
        BrowserContext context = browser.newContext(options);
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.addCookies(List.of(new Cookie("chengxin_lang", look.language()).setUrl(installation.at(""))));
        return context;
    }

    private void stay(BrowserContext context, String name, Look look, Stay stay) throws Exception {
        try (Page page = context.newPage()) {
            Visit visit = new Visit(installation, page);
            try {
                stay.at(visit);
            } catch (Exception | AssertionError failure) {
                visit.picture(name, look);
                throw failure;
            }
        }
    }

    /** A session of an account, kept so that not every visit asks for the password. */
    private String session(String username) throws Exception {
        if (!signedIn.containsKey(username)) {
            try (BrowserContext context = browser.newContext()) {
                context.setDefaultTimeout(PATIENCE_MILLIS);
                Page page = context.newPage();
                new Visit(installation, page).signIn(username, installation.password());
                page.waitForURL("**/console/inbox.xhtml*");
                signedIn.put(username, context.storageState());
            }
        }
        return signedIn.get(username);
    }

    @Override
    public void close() {
        playwright.close();
    }
}
