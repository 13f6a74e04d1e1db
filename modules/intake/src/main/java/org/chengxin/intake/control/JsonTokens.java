package org.chengxin.intake.control;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import org.chengxin.intake.control.UnreadableFile.Reason;

/**
 * The characters of a JSON text as they come, refused as soon as one string or number is longer than a cell can be: a
 * parser holds a token as a whole, and a string that is never closed is as long as the file.
 */
final class JsonTokens extends FilterReader {

    private boolean inString;
    private boolean escaped;
    private int length;

    JsonTokens(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        if (c >= 0) {
            see((char) c);
        }
        return c;
    }

    @Override
    public int read(char[] buffer, int offset, int most) throws IOException {
        int n = super.read(buffer, offset, most);
        for (int i = 0; i < n; i++) {
            see(buffer[offset + i]);
        }
        return n;
    }

    private void see(char c) {
        length++;
        if (escaped) {
            escaped = false;
        } else if (inString && c == '\\') {
            escaped = true;
        } else if (c == '"') {
            inString = !inString;
            length = 0;
        } else if (!inString && (c <= ' ' || ",:[]{}".indexOf(c) >= 0)) {
            length = 0;
        }
        // an escape is six characters for one
        if (length > 6 * Limits.MAX_CELL_READ) {
            throw new UnreadableFile(Reason.CELL_TOO_LARGE, 0);
        }
    }
}
