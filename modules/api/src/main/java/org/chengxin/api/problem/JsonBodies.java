package org.chengxin.api.problem;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads JSON bodies: what is no JSON of the right shape is the caller's mistake, and nobody needs more than a mebibyte. */
@Provider
public class JsonBodies implements ReaderInterceptor {

    static final int MOST_BYTES = 1 << 20;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Bounded body = new Bounded(context.getInputStream());
        context.setInputStream(body);
        try {
            return context.proceed();
        } catch (IOException | RuntimeException unreadable) {
            if (body.exceeded()) {
                throw new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE, unreadable);
            }
            throw new MalformedBody(unreadable);
        }
    }

    /** Ends with an error after {@link #MOST_BYTES}. */
    static final class Bounded extends FilterInputStream {

        private int left = MOST_BYTES;

        Bounded(InputStream in) {
            super(in);
        }

        boolean exceeded() {
            return left < 0;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            if (b >= 0) {
                counted(1);
            }
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return counted(super.read(buffer, offset, length));
        }

        private int counted(int n) throws IOException {
            if (n > 0) {
                left -= n;
            }
            if (left < 0) {
                throw new IOException("the body is longer than " + MOST_BYTES + " bytes");
            }
            return n;
        }
    }
}
