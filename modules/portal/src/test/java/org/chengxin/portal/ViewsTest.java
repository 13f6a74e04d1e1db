package org.chengxin.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chengxin.kernel.Section;
import org.chengxin.publication.boundary.SearchAnswer.Outcome;
import org.chengxin.webkit.Bundles;
import org.junit.jupiter.api.Test;

class ViewsTest {

    private static final Pattern KEY = Pattern.compile("'((?:portal|webkit|kernel)\\.[\\w.]+)'(?!\\.concat)");

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        assertThat(keys("Messages.properties").stringPropertyNames())
                .isEqualTo(keys("Messages_en.properties").stringPropertyNames());
    }

    @Test
    void everyWordOfTheViewsExists() throws IOException {
        int found = 0;
        for (Path view : views()) {
            Matcher keys = KEY.matcher(Files.readString(view));
            while (keys.find()) {
                found++;
                assertThat(Bundles.find(keys.group(1), Locale.ENGLISH))
                        .as(keys.group(1) + " in " + view)
                        .isPresent();
            }
        }
        assertThat(found).isGreaterThan(40);
    }

    @Test
    void everyWordThatIsPutTogetherExists() {
        for (Section section : Section.values()) {
            assertThat(Bundles.find("kernel." + section.messageKey(), Locale.ENGLISH))
                    .isPresent();
        }
        for (Section section : Section.values()) {
            assertThat(Bundles.find("portal.lists." + section.pathName(), Locale.ENGLISH))
                    .isPresent();
            assertThat(Bundles.find("portal.meaning." + section.pathName(), Locale.ENGLISH))
                    .isPresent();
        }
        assertThat(Bundles.find("portal.lists." + ListPage.ALL, Locale.ENGLISH)).isPresent();
        for (Outcome outcome : Outcome.values()) {
            if (outcome != Outcome.FOUND && outcome != Outcome.EMPTY) {
                assertThat(Bundles.find("portal.search." + outcome, Locale.ENGLISH))
                        .isPresent();
            }
        }
    }

    @Test
    void noViewNeedsASessionOrAnInlineStyle() throws IOException {
        for (Path view : views()) {
            assertThat(Files.readString(view)).doesNotContain("style=", "h:form", "sessionScope", " on");
        }
    }

    @Test
    void noViewHoldsAScriptOfItsOwn() throws IOException {
        Pattern allowed = Pattern.compile("<script src=\"#\\{site\\.asset\\('/resources/portal/[a-z]+\\.js'\\)}\""
                + " defer=\"defer\"></script>|<script type=\"application/ld\\+json\">");
        for (Path view : views()) {
            assertThat(allowed.matcher(Files.readString(view)).replaceAll("")).doesNotContain("<script");
        }
    }

    private static List<Path> views() throws IOException {
        try (Stream<Path> views = Files.list(Path.of("src/main/webapp/views"))) {
            return views.sorted().toList();
        }
    }

    private static Properties keys(String file) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources/org/chengxin/portal", file))) {
            properties.load(reader);
        }
        return properties;
    }
}
