package org.chengxin.webkit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.chengxin.kernel.time.ApplicationClock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What belongs to the place where this runs: its name, who answers for it, and whether it is only a demonstration. */
@Named("site")
@ApplicationScoped
public class Site {

    private static final String STYLESHEET = "/resources/chengxin/chengxin.css";

    @Inject
    Language language;

    @Inject
    ApplicationClock clock;

    @Inject
    ServletContext context;

    @Inject
    @ConfigProperty(name = "chengxin.site.name")
    Optional<String> name;

    @Inject
    @ConfigProperty(name = "chengxin.site.name.en")
    Optional<String> nameEn;

    @Inject
    @ConfigProperty(name = "chengxin.site.sponsor")
    Optional<String> sponsor;

    @Inject
    @ConfigProperty(name = "chengxin.site.contact")
    Optional<String> contact;

    @Inject
    @ConfigProperty(name = "chengxin.site.filing")
    Optional<String> filing;

    @Inject
    @ConfigProperty(name = "chengxin.demonstration", defaultValue = "false")
    boolean demonstration;

    private final Map<String, String> assets = new ConcurrentHashMap<>();

    /** 诚信 · 企业信用信息公示平台, or what is configured as {@code chengxin.site.name} and {@code chengxin.site.name.en}. */
    public String getName() {
        return (language.isEnglish() ? nameEn : name).orElseGet(() -> language.text("webkit.site.name"));
    }

    /** 主办单位; empty text where none is configured. */
    public String getSponsor() {
        return configured(sponsor, "webkit.site.sponsor.demonstration");
    }

    /** 联系方式; empty text where none is configured. */
    public String getContact() {
        return configured(contact, "webkit.site.contact.demonstration");
    }

    /** 备案号; empty text where none is configured. */
    public String getFiling() {
        return configured(filing, "webkit.site.filing.demonstration");
    }

    private String configured(Optional<String> value, String demonstrationKey) {
        return value.orElseGet(() -> demonstration ? language.text(demonstrationKey) : "");
    }

    public boolean isDemonstration() {
        return demonstration;
    }

    /** Whether the application's clock is not the true time; every page says so then. */
    public boolean isClockAhead() {
        return clock.isAhead();
    }

    /** Today in Asia/Shanghai by the application's clock. */
    public LocalDate getToday() {
        return clock.today();
    }

    /** The stylesheet's address. */
    public String getStylesheet() {
        return asset(STYLESHEET);
    }

    /**
     * The address of a static file; it changes with its content, so that browsers may keep it for long.
     *
     * @param path in this application, such as {@code /resources/portal/suggest.js}
     * @throws IllegalStateException if there is no such file
     */
    public String asset(String path) {
        return assets.computeIfAbsent(path, p -> context.getContextPath() + p + "?v=" + version(p));
    }

    private String version(String path) {
        try (InputStream content = context.getResourceAsStream(path)) {
            if (content == null) {
                throw new IllegalStateException("no such file: " + path);
            }
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("the file cannot be read: " + path, e);
        }
    }
}
