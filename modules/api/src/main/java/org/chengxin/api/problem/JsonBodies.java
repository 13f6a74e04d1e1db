package org.chengxin.api.problem;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads JSON bodies, lots apart. What is no JSON of the right shape is the caller's mistake, and nobody needs more than
 * a mebibyte. The text is walked through before it is bound, because what binds it is lenient where a caller should
 * hear of a mistake (RFC 8259: UTF-8 only, one value and nothing behind it) and harmless where it is not: a number with
 * an exponent of nine digits fills the memory as soon as somebody writes it out, and nesting without end the stack.
 */
@Provider
public class JsonBodies implements ReaderInterceptor {

    static final int MOST_BYTES = 1 << 20;
    static final int DEEPEST = 32;

    private static final int LARGEST_SCALE = 100;
    private static final char NUL = '\0';

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        byte[] body = bytes(context.getInputStream());
        if (body.length > 0) {
            refuseMalformed(body);
        }
        context.setInputStream(new ByteArrayInputStream(body));
        try {
            return context.proceed();
        } catch (IOException | RuntimeException unreadable) {
            throw new MalformedBody(unreadable);
        }
    }

    private static byte[] bytes(InputStream in) {
        byte[] body;
        try {
            body = in.readNBytes(MOST_BYTES + 1);
        } catch (IOException brokenOff) {
            throw new MalformedBody(brokenOff);
        }
        if (body.length > MOST_BYTES) {
            throw new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
        }
        return body;
    }

    /**
     * @throws MalformedBody for what is no JSON in UTF-8, nests deeper than {@value #DEEPEST}, holds U+0000, which no
     *     database text can, or half of a surrogate pair, or has a number beyond all sense
     */
    static void refuseMalformed(byte[] body) {
        try (JsonParser parser = Json.createParser(new StringReader(text(body)))) {
            int depth = 0;
            while (parser.hasNext()) {
                switch (parser.next()) {
                    case START_OBJECT, START_ARRAY -> depth++;
                    case END_OBJECT, END_ARRAY -> depth--;
                    case KEY_NAME, VALUE_STRING -> refuseUnwritable(parser.getString());
                    case VALUE_NUMBER -> refuseUnbounded(parser);
                    default -> {
                        // true, false and null are what they are
                    }
                }
                if (depth > DEEPEST) {
                    throw new MalformedBody(null);
                }
            }
        } catch (CharacterCodingException | JsonException | IllegalStateException | NumberFormatException noJson) {
            throw new MalformedBody(noJson);
        }
    }

    private static String text(byte[] body) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    }

    private static void refuseUnwritable(String text) {
        boolean halves = text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        if (halves || text.indexOf(NUL) >= 0) {
            throw new MalformedBody(null);
        }
    }

    private static void refuseUnbounded(JsonParser parser) {
        if (Math.abs((long) parser.getBigDecimal().scale()) > LARGEST_SCALE) {
            throw new MalformedBody(null);
        }
    }
}
