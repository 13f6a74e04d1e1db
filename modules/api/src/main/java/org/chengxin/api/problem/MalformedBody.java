package org.chengxin.api.problem;

import jakarta.ws.rs.BadRequestException;

/** The body of a request is not the JSON it should be, or the connection broke off while it was sent. */
public class MalformedBody extends BadRequestException {

    private static final long serialVersionUID = 1L;

    /**
     * @param cause what the reader said; null where there was no body at all
     */
    public MalformedBody(Throwable cause) {
        super(cause);
    }

    /** The body, if there is one. */
    public static <T> T required(T body) {
        if (body == null) {
            throw new MalformedBody(null);
        }
        return body;
    }
}
