package org.chengxin.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The language of the words in an answer: {@code ?lang=} first, then Accept-Language, Chinese if neither says English. */
public final class Language {

    private Language() {}

    /** English or Simplified Chinese. */
    public static Locale of(HttpServletRequest request) {
        List<Locale> accepted =
                request.getHeader("Accept-Language") == null ? List.of() : Collections.list(request.getLocales());
        return choose(request.getQueryString(), accepted);
    }

    /** The query is read as text, because reading parameters could consume the body. */
    static Locale choose(String query, List<Locale> accepted) {
        for (String parameter : query == null ? new String[0] : query.split("&")) {
            if (parameter.equals("lang=en")) {
                return Locale.ENGLISH;
            }
            if (parameter.startsWith("lang=zh")) {
                return Locale.SIMPLIFIED_CHINESE;
            }
        }
        for (Locale locale : accepted) {
            if (locale.getLanguage().equals("zh")) {
                return Locale.SIMPLIFIED_CHINESE;
            }
            if (locale.getLanguage().equals("en")) {
                return Locale.ENGLISH;
            }
        }
        return Locale.SIMPLIFIED_CHINESE;
    }
}
