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
}
