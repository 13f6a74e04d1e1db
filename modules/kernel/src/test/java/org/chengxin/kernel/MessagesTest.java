package org.chengxin.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.chengxin.kernel.code.CodeCheck;
import org.chengxin.kernel.code.SubjectCode;
import org.chengxin.kernel.text.CleaningRule;
import org.chengxin.kernel.time.LegalRule;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private final Properties chinese = load("Messages.properties");
    private final Properties english = load("Messages_en.properties");

    private static Properties load(String name) {
        try (InputStream in = MessagesTest.class.getResourceAsStream(name)) {
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(english.stringPropertyNames()).isEqualTo(chinese.stringPropertyNames());
    }

    @Test
    void everyKeyThatIsAskedForIsThere() {
        Stream<String> keys = Stream.of(
                        Arrays.stream(Role.values()).map(Role::messageKey),
                        Arrays.stream(DisclosureScope.values()).map(DisclosureScope::messageKey),
                        Arrays.stream(SubjectRole.values()).map(SubjectRole::messageKey),
                        Arrays.stream(Section.values()).map(Section::messageKey),
                        Arrays.stream(Severity.values()).map(Severity::messageKey),
                        Arrays.stream(CodeCheck.values()).map(CodeCheck::messageKey),
                        Arrays.stream(SubjectCode.Kind.values()).map(SubjectCode.Kind::messageKey),
                        Arrays.stream(CleaningRule.values()).map(CleaningRule::messageKey),
                        Arrays.stream(LegalRule.Unit.values()).map(unit -> "Deadline." + unit.name()),
                        Stream.of("Deadline.WORKING_DAYS.provisional"))
                .flatMap(stream -> stream);
        assertThat(chinese.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(keys.toList());
    }

    @Test
    void theReasonOfADeadlineReadsAsASentence() {
        Object[] arguments = {"2026-11-20", "20", "某条例第六条", "2026-12-18"};
        assertThat(new MessageFormat(chinese.getProperty("Deadline.WORKING_DAYS"), Locale.CHINA).format(arguments))
                .isEqualTo("2026-11-20 的次日起 20 个工作日，至 2026-12-18。依据：某条例第六条");
    }
}
