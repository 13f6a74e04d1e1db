package org.chengxin.intake.control;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * What separates the fields of a CSV file: the mark that occurs equally often in the first lines.
 *
 * @param mark the separator; a comma when the file has one column only
 * @param inFirstLine how often it occurs in the first line that is not blank
 */
record Delimiter(char mark, int inFirstLine) {

    private static final char[] CANDIDATES = {',', '\t', ';', '|'};
    private static final int SAMPLE_CHARACTERS = 1 << 18;
    private static final int SAMPLE_LINES = 20;

    /** Finds the separator in the beginning of a file. */
    static Delimiter of(Reader reader) throws IOException {
        List<int[]> counts = countsPerLine(reader);
        int best = 0;
        int bestAgreement = 0;
        int bestCount = 0;
        for (int candidate = 0; candidate < CANDIDATES.length; candidate++) {
            int mostFrequent = mostFrequent(counts, candidate);
            int agreement = 0;
            for (int[] line : counts) {
                agreement += line[candidate] == mostFrequent ? 1 : 0;
            }
            boolean better = agreement > bestAgreement || agreement == bestAgreement && mostFrequent > bestCount;
            if (mostFrequent > 0 && better) {
                best = candidate;
                bestAgreement = agreement;
                bestCount = mostFrequent;
            }
        }
        return new Delimiter(CANDIDATES[best], counts.isEmpty() ? 0 : counts.get(0)[best]);
    }

    /** The count above zero that most lines share. */
    private static int mostFrequent(List<int[]> counts, int candidate) {
        int best = 0;
        int bestLines = 0;
        for (int[] line : counts) {
            int count = line[candidate];
            int lines = 0;
            for (int[] other : counts) {
                lines += other[candidate] == count ? 1 : 0;
            }
            if (count > 0 && (lines > bestLines || lines == bestLines && count > best)) {
                best = count;
                bestLines = lines;
            }
        }
        return best;
    }

    private static List<int[]> countsPerLine(Reader reader) throws IOException {
        List<int[]> counts = new ArrayList<>();
        int[] line = new int[CANDIDATES.length];
        boolean quoted = false;
        boolean filled = false;
        int read = 0;
        for (int c = reader.read(); c >= 0 && read < SAMPLE_CHARACTERS; c = reader.read(), read++) {
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                if (filled) {
                    counts.add(line);
                }
                line = new int[CANDIDATES.length];
                filled = false;
                if (counts.size() == SAMPLE_LINES) {
                    return counts;
                }
            } else if (!quoted) {
                for (int i = 0; i < CANDIDATES.length; i++) {
                    line[i] += c == CANDIDATES[i] ? 1 : 0;
                }
            }
            filled |= c > ' ';
        }
        if (filled) {
            counts.add(line);
        }
        return counts;
    }
}
