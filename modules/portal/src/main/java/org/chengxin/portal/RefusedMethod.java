package org.chengxin.portal;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/** A refused method is refused together with those that are taken (RFC 9110, 15.5.6): the portal only shows. */
final class RefusedMethod extends HttpServletResponseWrapper {

    private static final String TAKEN = "GET, HEAD, OPTIONS";

    RefusedMethod(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        say(status);
        super.sendError(status, message);
    }

    @Override
    public void sendError(int status) throws IOException {
        say(status);
        super.sendError(status);
    }

    private void say(int status) {
        if (status == SC_METHOD_NOT_ALLOWED) {
            setHeader("Allow", TAKEN);
        }
    }
}
