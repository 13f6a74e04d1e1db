package org.chengxin.console;

import java.util.ArrayList;
import java.util.List;
import org.chengxin.workflow.boundary.ProcessDiagram.Box;

/**
 * A line of a name in a picture: SVG does not break lines. Widths are estimated from the kind of characters, Chinese ones
 * as wide as they are high.
 *
 * @param x its middle
 * @param y its base line
 */
public record TextLine(int x, int y, String text) {

    static final int SIZE = 12;
    private static final int HEIGHT = 15;
    private static final double LATIN = 0.56;

    /** Lines in the middle of a box. */
    static List<TextLine> centred(String text, Box box, int room) {
        List<String> lines = broken(text, room);
        int first = box.y() + box.height() / 2 - (lines.size() - 1) * HEIGHT / 2 + SIZE / 3;
        return at(lines, box.x() + box.width() / 2, first);
    }

    /** Lines beside an element: from the label's place on, away from the element. */
    static List<TextLine> from(String text, Box label, int room, Box element) {
        List<String> lines = broken(text, room);
        int first = label.y() + SIZE - 1;
        if (label.y() + label.height() <= element.y()) {
            first -= (lines.size() - 1) * HEIGHT;
        }
        return at(lines, label.x() + label.width() / 2, first);
    }

    /** One line in the place of a label. */
    static List<TextLine> single(String text, Box label) {
        return at(List.of(text), label.x() + label.width() / 2, label.y() + SIZE - 1);
    }

    private static List<TextLine> at(List<String> lines, int x, int first) {
        List<TextLine> placed = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            placed.add(new TextLine(x, first + i * HEIGHT, lines.get(i)));
        }
        return placed;
    }

    /** Breaks between words, and between Chinese characters anywhere. */
    static List<String> broken(String text, int room) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words(text)) {
            if (!line.isEmpty() && width(line + word.stripTrailing()) > room) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(word);
        }
        if (!line.toString().isBlank()) {
            lines.add(line.toString().strip());
        }
        return lines;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            word.append(c);
            boolean wide = c > 0xff;
            boolean beforeMark = i + 1 < text.length() && "？！，。、：）".indexOf(text.charAt(i + 1)) >= 0;
            if (c == ' ' || (wide && !beforeMark)) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    /** About how wide a text is, in pixels. */
    static double width(String text) {
        return text.chars().mapToDouble(c -> c > 0xff ? SIZE : SIZE * LATIN).sum();
    }
}
