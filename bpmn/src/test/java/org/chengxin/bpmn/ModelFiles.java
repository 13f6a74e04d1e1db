package org.chengxin.bpmn;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;

/** The models of this module, found and not listed, so that the rules hold for one that somebody adds tomorrow. */
final class ModelFiles {

    private ModelFiles() {}

    static List<String> processes() {
        return names("/processes", ".bpmn");
    }

    static List<String> decisions() {
        return names("/decisions", ".dmn");
    }

    static BpmnModelInstance process(String file) {
        return Bpmn.readModelFromStream(open("/processes/" + file));
    }

    static DmnModelInstance decision(String file) {
        return Dmn.readModelFromStream(open("/decisions/" + file));
    }

    static BpmnModelInstance parse(String text) {
        return Bpmn.readModelFromStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The name of the message that an event waits for; empty if it waits for something else. */
    static Optional<String> message(BoundaryEvent event) {
        return event.getEventDefinitions().stream()
                .filter(MessageEventDefinition.class::isInstance)
                .map(definition ->
                        ((MessageEventDefinition) definition).getMessage().getName())
                .findFirst();
    }

    static InputStream open(String resource) {
        return ModelFiles.class.getResourceAsStream(resource);
    }

    private static List<String> names(String folder, String ending) {
        try (Stream<Path> files =
                Files.list(Path.of(ModelFiles.class.getResource(folder).toURI()))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException | URISyntaxException unreadable) {
            throw new UncheckedIOException(new IOException(folder, unreadable));
        }
    }
}
