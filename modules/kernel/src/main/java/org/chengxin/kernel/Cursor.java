package org.chengxin.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * The place in a list where the next page begins, as text that is safe in an address. It says nothing secret; a
 * checksum over the list it belongs to tells a cursor that was changed, or that came from another list, from a good one.
 */
public final class Cursor {

    private static final String SEPARATOR = "\u001F";
    private static final int CHECKSUM_BYTES = 6;
    private static final int LAST_YEAR = 9999;

    private final List<String> parts;

    private Cursor(List<String> parts) {
        this.parts = parts;
    }

    /**
     * @param list what list it belongs to, with everything that selects its rows
     * @param parts the sort keys of the last row shown
     */
    public static String write(String list, Object... parts) {
        String joined = String.join(
                SEPARATOR, Arrays.stream(parts).map(Object::toString).toList());
        byte[] payload = joined.getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(checksum(list, payload), CHECKSUM_BYTES + payload.length);
        System.arraycopy(payload, 0, all, CHECKSUM_BYTES, payload.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /**
     * @return null for a blank text: the beginning of the list
     * @throws BusinessRefusal INVALID CURSOR_INVALID if it is none of this list
     */
    public static Cursor read(String text, String list, int parts) {
        if (text == null || text.isBlank()) {
            return null;
        }
        byte[] all;
        try {
            all = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            throw invalid();
        }
        if (all.length < CHECKSUM_BYTES) {
            throw invalid();
        }
        byte[] payload = Arrays.copyOfRange(all, CHECKSUM_BYTES, all.length);
        byte[] expected = checksum(list, payload);
        String joined = new String(payload, StandardCharsets.UTF_8);
        List<String> read = List.of(joined.split(SEPARATOR, -1));
        if (!MessageDigest.isEqual(expected, Arrays.copyOf(all, CHECKSUM_BYTES))
                || read.size() != parts
                || joined.indexOf('\0') >= 0) {
            throw invalid();
        }
        return new Cursor(read);
    }

    /** A sort key as it was written. */
    public String text(int part) {
        return parts.get(part);
    }

    /**
     * @throws BusinessRefusal INVALID CURSOR_INVALID if it is none
     */
    public int number(int part) {
        try {
            return Integer.parseInt(parts.get(part));
        } catch (NumberFormatException forged) {
            throw invalid();
        }
    }

    /**
     * @throws BusinessRefusal INVALID CURSOR_INVALID if it is none
     */
    public long position(int part) {
        try {
            return Long.parseLong(parts.get(part));
        } catch (NumberFormatException forged) {
            throw invalid();
        }
    }

    /**
     * @throws BusinessRefusal INVALID CURSOR_INVALID if it is none
     */
    public LocalDate date(int part) {
        try {
            return kept(LocalDate.parse(parts.get(part)));
        } catch (DateTimeException forged) {
            throw invalid();
        }
    }

    /**
     * @throws BusinessRefusal INVALID CURSOR_INVALID if it is none
     */
    public OffsetDateTime moment(int part) {
        try {
            return kept(OffsetDateTime.parse(parts.get(part)));
        } catch (DateTimeException forged) {
            throw invalid();
        }
    }

    /** A checksum without a key can be forged, and no database keeps every year that Java can write. */
    private static <T extends TemporalAccessor> T kept(T time) {
        if (time.get(ChronoField.YEAR) < 1 || time.get(ChronoField.YEAR) > LAST_YEAR) {
            throw invalid();
        }
        return time;
    }

    private static BusinessRefusal invalid() {
        return BusinessRefusal.invalid("CURSOR_INVALID");
    }

    private static byte[] checksum(String list, byte[] payload) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(list.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return Arrays.copyOf(digest.digest(payload), CHECKSUM_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
