package org.chengxin.kernel.text;

/**
 * Writes a JSON object or array of texts and numbers, such as the details of an event or the cells of a row. Where ten
 * thousands are written in a second, looking up a JSON provider for each costs more than everything else about them.
 */
public final class FlatJson {

    private static final int USUAL_LENGTH = 256;
    private static final char FIRST_PRINTABLE = ' ';

    private final StringBuilder json = new StringBuilder(USUAL_LENGTH);
    private final char end;
    private boolean empty = true;

    private FlatJson(char start, char end) {
        json.append(start);
        this.end = end;
    }

    public static FlatJson object() {
        return new FlatJson('{', '}');
    }

    public static FlatJson array() {
        return new FlatJson('[', ']');
    }

    /** One more element of an array. */
    public FlatJson add(String value) {
        separate();
        quote(value);
        return this;
    }

    /** One more member of an object; a name that was there already stands twice, so it must not be. */
    public FlatJson add(String name, String value) {
        name(name);
        quote(value);
        return this;
    }

    /** One more member of an object, as a number. */
    public FlatJson add(String name, Number value) {
        name(name);
        json.append(value);
        return this;
    }

    /** One more element of an array, which is JSON itself. */
    public FlatJson add(FlatJson element) {
        separate();
        json.append(element);
        return this;
    }

    public boolean isEmpty() {
        return empty;
    }

    private void name(String name) {
        separate();
        quote(name);
        json.append(':');
    }

    private void separate() {
        if (!empty) {
            json.append(',');
        }
        empty = false;
    }

    /** RFC 8259 section 7: quotation mark, reverse solidus and the control characters must be escaped, nothing else. */
    private void quote(String text) {
        json.append('"');
        int copied = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\' || c < FIRST_PRINTABLE) {
                json.append(text, copied, i).append('\\');
                copied = i + 1;
                switch (c) {
                    case '\n' -> json.append('n');
                    case '\r' -> json.append('r');
                    case '\t' -> json.append('t');
                    case '"', '\\' -> json.append(c);
                    default -> json.append(String.format("u%04x", (int) c));
                }
            }
        }
        json.append(text, copied, text.length()).append('"');
    }

    /** The JSON so far, complete. */
    @Override
    public String toString() {
        return json.toString() + end;
    }
}
