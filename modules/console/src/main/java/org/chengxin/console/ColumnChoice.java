package org.chengxin.console;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** What a clerk says about one column of a file: which field it is, or that it is left out. */
public class ColumnChoice implements Serializable {

    private static final long serialVersionUID = 1L;

    /** A heading that is the field's title, its name, or another heading known for it. */
    private static final int KNOWN_HEADING = 95;

    /** A person said so before. */
    static final int CONFIRMED = 100;

    private static final int SHOWN = 3;
    private static final int LONGEST = 40;

    private final String heading;
    private final int confidence;
    private final boolean numbering;
    private final ArrayList<String> sample;
    private String field;

    /**
     * @param field name of the field proposed; empty for left out
     * @param confidence 1 to 100 that the proposal is right; 0 where nothing is proposed
     * @param numbering a column of running numbers, which may be left out without a thought
     * @param sample its values in the first rows
     */
    ColumnChoice(String heading, String field, int confidence, boolean numbering, List<String> sample) {
        this.heading = heading;
        this.field = field;
        this.confidence = confidence;
        this.numbering = numbering;
        this.sample = new ArrayList<>();
        sample.stream().limit(SHOWN).map(ColumnChoice::shortened).forEach(this.sample::add);
    }

    private static String shortened(String value) {
        return value.codePointCount(0, value.length()) > LONGEST
                ? value.substring(0, value.offsetByCodePoints(0, LONGEST)) + "…"
                : value;
    }

    /** Some values of the column, cut where they are long. */
    public List<String> getSample() {
        return sample;
    }

    public String getHeading() {
        return heading;
    }

    /** How sure the proposal is, as the end of a key {@code mapping.confidence.}: sure, check, none, numbering. */
    public String getCertainty() {
        if (numbering) {
            return "numbering";
        }
        if (confidence == 0) {
            return "none";
        }
        return isDoubtful() ? "check" : "sure";
    }

    /** Whether a person should look twice: nothing or nothing certain was found for it. */
    public boolean isDoubtful() {
        return confidence < KNOWN_HEADING && !numbering;
    }

    /** Name of the field; empty for left out. */
    public String getField() {
        return field;
    }

    public void setField(String field) {
        this.field = field == null ? "" : field;
    }
}
