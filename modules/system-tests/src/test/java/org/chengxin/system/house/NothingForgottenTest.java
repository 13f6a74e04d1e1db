package org.chengxin.system.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.inject.Named;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Lists that a new class, step or text has to be in. */
class NothingForgottenTest {

    private static final Path CHECKOUT = Path.of(System.getProperty("chengxin.checkout"));

    @Test
    void every_entity_is_in_the_persistence_unit() throws Exception {
        Set<String> entities = house().stream()
                .filter(type -> type.isAnnotatedWith(Entity.class) || type.isAnnotatedWith(MappedSuperclass.class))
                .map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        String unit =
                Files.readString(CHECKOUT.resolve("modules/database/src/main/resources/META-INF/persistence.xml"));
        Set<String> listed = unit.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("<class>"))
                .map(line -> line.replaceAll("</?class>", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(listed).isEqualTo(entities);
    }

    @Test
    void every_step_of_the_models_has_its_delegate() throws Exception {
        Set<String> named = house().stream()
                .filter(type -> type.getPackageName().equals("org.chengxin.workflow.delegate"))
                .filter(type -> type.isAnnotatedWith(Named.class))
                .map(type -> type.getAnnotationOfType(Named.class).value())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> asked =
                Files.readAllLines(CHECKOUT.resolve("bpmn/src/main/resources/processes/delegates.txt")).stream()
                        .filter(line -> !line.startsWith("#") && !line.isBlank())
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).isEqualTo(asked);
    }

    @Test
    void every_bundle_says_the_same_in_both_languages() throws Exception {
        List<Path> bundles;
        try (Stream<Path> all = Files.walk(CHECKOUT.resolve("modules"))) {
            bundles = all.filter(path -> path.endsWith("Messages.properties"))
                    .filter(path -> path.toString().contains("/src/main/resources/"))
                    .toList();
        }
        assertThat(bundles).isNotEmpty();
        for (Path bundle : bundles) {
            Properties chinese = read(bundle);
            Properties english = read(bundle.resolveSibling("Messages_en.properties"));
            assertThat(english.stringPropertyNames()).as(bundle.toString()).isEqualTo(chinese.stringPropertyNames());
            english.forEach((key, text) -> assertThat((String) text)
                    .as("%s in %s is not empty", key, bundle)
                    .isNotBlank());
        }
    }

    private static Properties read(Path file) throws Exception {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    private static JavaClasses house() throws Exception {
        try (Stream<Path> all = Files.list(CHECKOUT.resolve("modules"))) {
            return new ClassFileImporter()
                    .importPaths(all.map(module -> module.resolve("target/classes"))
                            .filter(Files::isDirectory)
                            .toList());
        }
    }
}
