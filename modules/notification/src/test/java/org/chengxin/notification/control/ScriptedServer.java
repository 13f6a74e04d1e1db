package org.chengxin.notification.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A server for mail that says yes to everything but one line; to that it says what it was told, or hangs up. */
final class ScriptedServer implements AutoCloseable {

    private final ServerSocket socket;
    private final String line;
    private final String answer;
    private final Thread thread;

    /**
     * @param line how the line begins
     * @param answer null to hang up without a word
     */
    ScriptedServer(String line, String answer) throws IOException {
        this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        this.line = line;
        this.answer = answer;
        this.thread = new Thread(this::serve, "scripted mail server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(client);
            } catch (IOException hungUp) {
                // the next one
            }
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        say(client, "220 scripted");
        boolean text = false;
        for (String said = in.readLine(); said != null; said = in.readLine()) {
            if (text && !said.equals(".")) {
                continue;
            }
            text = said.equals("DATA");
            if (said.startsWith(line)) {
                if (answer == null) {
                    return;
                }
                say(client, answer);
            } else if (said.startsWith("QUIT")) {
                say(client, "221 bye");
                return;
            } else {
                say(client, text ? "354 go on" : "250 yes");
            }
        }
    }

    private static void say(Socket client, String text) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write((text + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
