package org.chengxin.webkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static final Pattern KEY = Pattern.compile("(?:words\\[|write\\.text\\()'([a-z]+\\.[\\w.]+)'[\\],)]");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(keys(Locale.SIMPLIFIED_CHINESE)).isEqualTo(keys(Locale.ENGLISH));
    }

    @Test
    void everyWordOfTheTemplatesExists() throws IOException {
        for (String file : List.of("META-INF/resources/templates/site.xhtml")) {
            Matcher keys =
                    KEY.matcher(Files.readString(Path.of("src/main/resources").resolve(file)));
            assertThat(keys.find()).isTrue();
            do {
                assertThat(Bundles.find(keys.group(1), Locale.ENGLISH))
                        .as(keys.group(1))
                        .isPresent();
            } while (keys.find());
        }
    }

    @Test
    void theServersLanguageNeverShinesThrough() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.ENGLISH);
            assertThat(Bundles.text("webkit.longTerm", Locale.SIMPLIFIED_CHINESE))
                    .isEqualTo("长期");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void whatIsMissingCanBeSeen() {
        assertThat(Bundles.text("webkit.nothing", Locale.ENGLISH)).isEqualTo("???webkit.nothing???");
        assertThat(Bundles.text("nomodule.nothing", Locale.ENGLISH)).isEqualTo("???nomodule.nothing???");
        assertThat(Bundles.text("nothing", Locale.ENGLISH)).isEqualTo("???nothing???");
    }

    private static TreeSet<String> keys(Locale locale) {
        ResourceBundle.Control exact = new ResourceBundle.Control() {
            @Override
            public List<Locale> getCandidateLocales(String name, Locale wanted) {
                return List.of(wanted.equals(Locale.ENGLISH) ? wanted : Locale.ROOT);
            }
        };
        return new TreeSet<>(ResourceBundle.getBundle("org.chengxin.webkit.Messages", locale, exact)
                .keySet());
    }
}
