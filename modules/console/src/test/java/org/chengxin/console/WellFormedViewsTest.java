package org.chengxin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

/** What would otherwise show only in a running server. */
class WellFormedViewsTest {

    @Test
    void everyViewIsXmlWithoutInlineStyleOrScript() throws Exception {
        for (Path view : views()) {
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(view.toFile());
            String text = Files.readString(view);
            assertThat(text).as(view.toString()).doesNotContain("style=\"").doesNotContain(" onclick=");
            assertThat(text).as(view.toString()).doesNotContain("escape=\"false\"");
        }
    }

    @Test
    void componentsThatWriteAttributesOfTheirOwnGetThemInTheirOwnWay() throws Exception {
        for (Path view : views()) {
            String text = Files.readString(view);
            // PrimeFaces writes a maxlength of its own beside one that is passed through, and browsers take the first
            assertThat(text).as(view.toString()).doesNotContainPattern("<p:input[^>]*pt:maxlength");
            // and an empty name for a button that says none
            assertThat(text).as(view.toString()).doesNotContainPattern("<p:commandButton (?![^>]*ariaLabel=)");
        }
    }

    private static List<Path> views() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/webapp"))) {
            return files.filter(file -> file.toString().endsWith(".xhtml")).toList();
        }
    }
}
