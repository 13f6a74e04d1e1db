package org.chengxin.portal;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;

/** Keeps what is written into it, until somebody knows what to do with it. */
final class KeptResponse extends HttpServletResponseWrapper {

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private PrintWriter writer;
    private ServletOutputStream stream;
    private boolean refused;

    KeptResponse(HttpServletResponse response) {
        super(response);
    }

    byte[] body() {
        if (writer != null) {
            writer.flush();
        }
        return body.toByteArray();
    }

    /** Whether the answer is an error page or a redirection, which others write. */
    boolean isRefused() {
        return refused;
    }

    @Override
    public PrintWriter getWriter() {
        if (writer == null) {
            writer = new PrintWriter(new OutputStreamWriter(body, Charset.forName(getCharacterEncoding())));
        }
        return writer;
    }

    @Override
    public ServletOutputStream getOutputStream() {
        if (stream == null) {
            stream = new ServletOutputStream() {
                @Override
                public void write(int one) {
                    body.write(one);
                }

                @Override
                public void write(byte[] bytes, int from, int length) {
                    body.write(bytes, from, length);
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setWriteListener(WriteListener listener) {
                    throw new IllegalStateException("pages are not written asynchronously");
                }
            };
        }
        return stream;
    }

    @Override
    public void flushBuffer() {
        // nothing leaves before all is there
    }

    @Override
    public void resetBuffer() {
        if (writer != null) {
            writer.flush();
        }
        body.reset();
    }

    @Override
    public void reset() {
        super.reset();
        resetBuffer();
    }

    @Override
    public void setContentLength(int length) {
        // known when it is sent
    }

    @Override
    public void setContentLengthLong(long length) {
        // known when it is sent
    }

    @Override
    public void setHeader(String name, String value) {
        if (!name.equalsIgnoreCase("Content-Length")) {
            super.setHeader(name, value);
        }
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        refused = true;
        super.sendError(status, message);
    }

    @Override
    public void sendError(int status) throws IOException {
        refused = true;
        super.sendError(status);
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        refused = true;
        super.sendRedirect(location);
    }
}
