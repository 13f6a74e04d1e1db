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

    private static List<Path> views() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/webapp"))) {
            return files.filter(file -> file.toString().endsWith(".xhtml")).toList();
        }
    }
}
