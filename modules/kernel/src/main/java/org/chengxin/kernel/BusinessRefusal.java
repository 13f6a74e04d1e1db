package org.chengxin.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A use case says no, for a reason that the caller can understand and act on. Not a technical failure: nothing is
 * retried, and the code stays stable because other systems read it.
 */
public class BusinessRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");

    /** What sort of no it is; the interfaces translate it into their own words (such as an HTTP status). */
    public enum Kind {
        /** What was sent makes no sense (422, or 400). */
        INVALID,
        /** The caller may not do this (403). */
        FORBIDDEN,
        /** It does not exist, or the caller may not know that it exists (404). */
        NOT_FOUND,
        /** The present state does not allow it (409). */
        CONFLICT,
        /** Somebody changed it in the meantime (412). */
        GONE_STALE
    }

    private final Kind kind;
    private final String code;
    private final String[] arguments;

    /**
     * @param kind      what sort of no
     * @param code      stable, in upper snake case, also the key of the message shown to people
     * @param arguments what the message's placeholders {0}, {1} … are filled with, as text; null is shown as empty
     * @throws IllegalArgumentException if the code is not in upper snake case
     */
    public BusinessRefusal(Kind kind, String code, Object... arguments) {
        super(code + (arguments.length == 0 ? "" : " " + Arrays.toString(arguments)));
        this.kind = Objects.requireNonNull(kind, "kind");
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("not a code in upper snake case: " + code);
        }
        this.code = code;
        this.arguments = Arrays.stream(arguments)
                .map(argument -> Objects.toString(argument, ""))
                .toArray(String[]::new);
    }

    public static BusinessRefusal invalid(String code, Object... arguments) {
        return new BusinessRefusal(Kind.INVALID, code, arguments);
    }

    public static BusinessRefusal forbidden(String code, Object... arguments) {
        return new BusinessRefusal(Kind.FORBIDDEN, code, arguments);
    }

    public static BusinessRefusal notFound(String code, Object... arguments) {
        return new BusinessRefusal(Kind.NOT_FOUND, code, arguments);
    }

    public static BusinessRefusal conflict(String code, Object... arguments) {
        return new BusinessRefusal(Kind.CONFLICT, code, arguments);
    }

    public static BusinessRefusal stale(String code, Object... arguments) {
        return new BusinessRefusal(Kind.GONE_STALE, code, arguments);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    /** The arguments of the message, in order, as text. */
    public List<String> arguments() {
        return List.of(arguments);
    }
}
