package org.chengxin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chengxin.catalogue.definition.FieldType;
import org.chengxin.catalogue.definition.SectionRule;
import org.chengxin.intake.control.FindingRule;
import org.chengxin.intake.entity.SubmissionState;
import org.chengxin.record.entity.RecordState;
import org.chengxin.record.entity.RecordTransition;
import org.chengxin.subject.entity.SubjectKind;
import org.chengxin.workflow.boundary.StandIn;
import org.chengxin.workflow.boundary.StuckKind;
import org.chengxin.workflow.boundary.TaskEvent;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Pattern USED =
            Pattern.compile("(?:msg\\.|texts\\.)(?:t|f|f2|f3)\\(\\s*'?\"?([A-Za-z.]+)['\"]\\s*[,)]");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)");

    @Test
    void bothLanguagesHaveTheSameKeysAndPlaces() throws IOException {
        for (String bundle : List.of("Messages", "Faces")) {
            Properties chinese = read(bundle + ".properties");
            Properties english = read(bundle + "_en.properties");
            assertThat(english.stringPropertyNames()).isEqualTo(chinese.stringPropertyNames());
            for (String key : chinese.stringPropertyNames()) {
                assertThat(places(english.getProperty(key))).as(key).isEqualTo(places(chinese.getProperty(key)));
                assertThat(chinese.getProperty(key)).as(key).isNotBlank();
            }
        }
    }

    @Test
    void everyKeyThatAPageOrABeanNamesExists() throws IOException {
        Properties texts = read("Messages.properties");
        Set<String> missing = new TreeSet<>();
        for (Path folder : List.of(Path.of("src/main/webapp"), Path.of("src/main/java"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Matcher used = USED.matcher(Files.readString(file));
                    while (used.find()) {
                        if (!texts.containsKey(used.group(1))) {
                            missing.add(file.getFileName() + ": " + used.group(1));
                        }
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyCodeThatAPageNamesHasAName() {
        Set<String> keys = new TreeSet<>();
        add(keys, "SubmissionState", SubmissionState.values());
        add(keys, "lot.next", SubmissionState.values());
        add(keys, "RecordState", RecordState.values());
        add(keys, "RecordTransition", RecordTransition.values());
        add(keys, "SubjectKind", SubjectKind.values());
        add(keys, "FieldType", FieldType.values());
        add(keys, "SectionRule", SectionRule.values());
        add(keys, "StuckKind", StuckKind.values());
        add(keys, "FindingRuleName", FindingRule.values());
        add(keys, "trail", TaskEvent.Act.values());
        add(keys, "Standing", StandIn.Standing.values());
        for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            assertThat(keys)
                    .allSatisfy(key -> assertThat(Words.find(key, locale)).isPresent());
        }
    }

    @Test
    void chineseIsTheLanguageWhateverTheMachineSpeaks() {
        Locale machine = Locale.getDefault();
        try {
            Locale.setDefault(Locale.ENGLISH);
            assertThat(Words.text("inbox.title", Locale.SIMPLIFIED_CHINESE)).isEqualTo("收件箱");
        } finally {
            Locale.setDefault(machine);
        }
    }

    private static void add(Set<String> keys, String group, Enum<?>[] values) {
        Arrays.stream(values).forEach(value -> keys.add(group + "." + value.name()));
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Matcher matcher = PLACE.matcher(text);
        while (matcher.find()) {
            places.add(matcher.group(1));
        }
        return places;
    }

    private static Properties read(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader reader =
                new InputStreamReader(ConsoleTexts.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
