package org.chengxin.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.chengxin.webkit.Bundles;
import org.chengxin.webkit.Language;

/** The states of an enterprise as its registration names them; on an English page in English, as far as it is known. */
@Named("statusNames")
@RequestScoped
public class StatusNames {

    @Inject
    Language language;

    public String of(String status) {
        return Bundles.find("portal.status." + status, language.getLocale()).orElse(status);
    }

    /** How it is marked: in business is good, what ended against somebody's will is alarming, the rest is neither. */
    public String styleOf(String status) {
        return switch (status) {
            case "存续" -> "good";
            case "吊销" -> "alert";
            case "停业" -> "warning";
            default -> "";
        };
    }
}
