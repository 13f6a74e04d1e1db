package org.chengxin.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");
    private static final Pattern CODE = Pattern.compile(
            "(?:invalid|forbidden|notFound|conflict|stale|refuse)\\([^()\"]*\"([A-Z_]+)\"|return \"([A-Z_]{5,})\"");

    private final Properties chinese = read("Messages.properties");
    private final Properties english = read("Messages_en.properties");

    @Test
    void bothLanguagesSayTheSame() {
        assertThat(english.stringPropertyNames()).isEqualTo(chinese.stringPropertyNames());
        for (String key : chinese.stringPropertyNames()) {
            assertThat(english.getProperty(key)).as(key).isNotBlank();
            assertThat(placeholders(english, key)).as(key).isEqualTo(placeholders(chinese, key));
            // an apostrophe would switch placeholders off
            assertThat(english.getProperty(key) + chinese.getProperty(key))
                    .as(key)
                    .doesNotContain("'");
        }
    }

    @Test
    void everyCodeOfThisModuleHasATitleAndADetail() throws IOException {
        TreeSet<String> codes = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                Matcher matcher = CODE.matcher(Files.readString(source));
                while (matcher.find()) {
                    codes.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
                }
            }
        }
        assertThat(codes).contains("SCOPE_INVALID", "SUBJECT_UNKNOWN", "STALE");
        for (String code : codes) {
            assertThat(chinese).as(code).containsKeys(code + ".title", code + ".detail");
        }
    }

    private static TreeSet<String> placeholders(Properties texts, String key) {
        TreeSet<String> found = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(texts.getProperty(key));
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    private static Properties read(String name) {
        Properties properties = new Properties();
        try (InputStream in = Problems.class.getResourceAsStream("/org/chengxin/api/" + name)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return properties;
    }
}
