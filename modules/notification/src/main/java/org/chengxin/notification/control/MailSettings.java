package org.chengxin.notification.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How mail leaves the house; without a host and a sender it does not. */
@ApplicationScoped
public class MailSettings {

    /** How a connection is protected. */
    public enum Protection {
        /** Begins in clear and is encrypted before anything is said; refused where the server cannot. */
        STARTTLS,
        /** Encrypted from the first byte. */
        TLS,
        /** In clear: for a relay on the same machine. */
        NONE
    }

    private static final String SECOND = "000";

    @Inject
    @ConfigProperty(name = "chengxin.mail.host")
    Optional<String> host;

    @Inject
    @ConfigProperty(name = "chengxin.mail.port")
    Optional<Integer> port;

    @Inject
    @ConfigProperty(name = "chengxin.mail.user")
    Optional<String> user;

    @Inject
    @ConfigProperty(name = "chengxin.mail.password")
    Optional<String> password;

    @Inject
    @ConfigProperty(name = "chengxin.mail.from")
    Optional<String> from;

    @Inject
    @ConfigProperty(name = "chengxin.mail.protection", defaultValue = "STARTTLS")
    Protection protection;

    @Inject
    @ConfigProperty(name = "chengxin.site.url")
    Optional<String> siteUrl;

    /** Whether mail is sent. */
    public boolean isOn() {
        return host.isPresent() && from.isPresent();
    }

    /** Where it is handed over; null where mail is off. */
    public String host() {
        return host.orElse(null);
    }

    public int port() {
        return port.orElse(
                switch (protection) {
                    case STARTTLS -> 587;
                    case TLS -> 465;
                    case NONE -> 25;
                });
    }

    /** Null for a server that asks for none. */
    public String user() {
        return user.orElse(null);
    }

    public String password() {
        return password.orElse(null);
    }

    public String from() {
        return from.orElseThrow();
    }

    /** Start of the console's addresses, with a slash at its end; empty where the site's address is not configured. */
    public String console() {
        return siteUrl.map(url -> (url.endsWith("/") ? url : url + "/") + "console/")
                .orElse("");
    }

    /** What Jakarta Mail wants to know; nothing waits for ever. */
    Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", 10 + SECOND);
        properties.setProperty("mail.smtp.timeout", 30 + SECOND);
        properties.setProperty("mail.smtp.writetimeout", 30 + SECOND);
        properties.setProperty("mail.smtp.auth", String.valueOf(user.isPresent()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(protection == Protection.STARTTLS));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(protection == Protection.STARTTLS));
        properties.setProperty("mail.smtp.ssl.enable", String.valueOf(protection == Protection.TLS));
        return properties;
    }
}
