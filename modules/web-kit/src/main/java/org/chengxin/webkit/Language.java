package org.chengxin.webkit;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** The language of this page, and the words in it. */
@Named("language")
@RequestScoped
public class Language {

    @Inject
    HttpServletRequest request;

    private Preferences preferences;

    @PostConstruct
    void read() {
        preferences = Preferences.of(request);
    }

    public Locale getLocale() {
        return preferences.locale();
    }

    /** As HTML writes it: {@code zh-CN} or {@code en}. */
    public String getTag() {
        return preferences.tag();
    }

    public boolean isEnglish() {
        return preferences.english();
    }

    /** {@code normal} or {@code high}. */
    public String getContrast() {
        return preferences.contrast();
    }

    /** {@code normal} or {@code large}. */
    public String getTextSize() {
        return preferences.text();
    }

    /** The text of a key such as {@code portal.search.button}. */
    public String text(String key) {
        return Bundles.text(key, getLocale());
    }

    /** The English text on an English page where there is one, else the Chinese one. */
    public String choose(String chinese, String english) {
        return isEnglish() && english != null && !english.isBlank() ? english : chinese;
    }
}
