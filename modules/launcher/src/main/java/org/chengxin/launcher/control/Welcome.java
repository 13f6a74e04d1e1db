package org.chengxin.launcher.control;

import java.util.ArrayList;
import java.util.List;
import org.chengxin.launcher.entity.LaunchSettings;
import org.chengxin.launcher.entity.Texts;

/** What a person reads when everything is up: addresses, accounts, what to try. */
public final class Welcome {

    private final LaunchSettings settings;
    private final String password;

    /**
     * @param settings for the addresses
     * @param password the demonstration's password; null for an installation without demonstration
     */
    public Welcome(LaunchSettings settings, String password) {
        this.settings = settings;
        this.password = password;
    }

    /** @return what is said in production, where there are no accounts to be told. */
    public static Welcome withoutAccounts(LaunchSettings settings) {
        return new Welcome(settings, null);
    }

    /** @return the lines, in the terminal's language. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.addAll(Texts.text("welcome.addresses", settings.address(), Integer.toString(settings.httpsPort()))
                .lines()
                .toList());
        if (!"PT0S".equals(settings.clockOffset())) {
            lines.add(Texts.text("welcome.offset", settings.clockOffset()));
        }
        if (password == null) {
            lines.addAll(Texts.text("welcome.production").lines().toList());
        } else {
            lines.addAll(Texts.text("welcome.accounts", password).lines().toList());
            lines.addAll(Texts.text("welcome.try", settings.address()).lines().toList());
        }
        lines.add("");
        lines.add(lastLine());
        return lines;
    }

    /** @return the line that ends the welcome. */
    public static String lastLine() {
        return Texts.text("welcome.stop");
    }
}
