package org.chengxin.system.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.chengxin.system.TestBed;

/** A lot on its way to the server, the second half of which is sent later. */
final class SlowUpload implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;
    private final byte[] body;
    private int sent;

    SlowUpload(URI server, String username, String item, String csv) throws IOException {
        body = csv.getBytes(StandardCharsets.UTF_8);
        socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        String credentials = Base64.getEncoder()
                .encodeToString((username + ":" + TestBed.PASSWORD).getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream()
                .write(("POST /api/v1/submissions?catalogueItem=" + item + " HTTP/1.1\r\nHost: " + server.getHost()
                                + "\r\nAuthorization: Basic " + credentials + "\r\nContent-Type: text/csv\r\n"
                                + "Accept: application/json\r\nConnection: close\r\nContent-Length: " + body.length
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        send(body.length / 2);
    }

    /** Sends the rest and returns the answer, status line and all. */
    String finish() throws IOException {
        send(body.length);
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private void send(int until) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(body, sent, until - sent);
        out.flush();
        sent = until;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
