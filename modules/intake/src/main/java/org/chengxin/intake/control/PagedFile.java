package org.chengxin.intake.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A temporary file that is written once and then read anywhere, with no more than a few of its pages in memory. */
final class PagedFile implements AutoCloseable {

    private static final int PAGE = 1 << 14;
    private static final int PAGES = 128;

    private final Path path;
    private final FileChannel channel;
    private final ByteBuffer waiting = ByteBuffer.allocate(PAGE * 8);
    private final byte[][] pages = new byte[PAGES][];
    private final long[] pageNumbers = new long[PAGES];
    private long written;

    PagedFile() {
        try {
            path = Files.createTempFile("lot", ".pages");
            channel = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes so far. */
    long size() {
        return written + waiting.position();
    }

    void append(byte[] bytes) {
        for (int from = 0; from < bytes.length; ) {
            if (!waiting.hasRemaining()) {
                flush();
            }
            int n = Math.min(waiting.remaining(), bytes.length - from);
            waiting.put(bytes, from, n);
            from += n;
        }
    }

    private void flush() {
        waiting.flip();
        try {
            while (waiting.hasRemaining()) {
                written += channel.write(waiting, written);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        waiting.clear();
    }

    /** The bytes at a place; all of them are there. */
    byte[] read(long from, int length) {
        if (waiting.position() > 0) {
            flush();
        }
        byte[] bytes = new byte[length];
        for (int done = 0; done < length; ) {
            long at = from + done;
            byte[] page = page(at / PAGE);
            int offset = (int) (at % PAGE);
            int n = Math.min(PAGE - offset, length - done);
            System.arraycopy(page, offset, bytes, done, n);
            done += n;
        }
        return bytes;
    }

    private byte[] page(long number) {
        int slot = (int) (number % PAGES);
        if (pages[slot] != null && pageNumbers[slot] == number) {
            return pages[slot];
        }
        byte[] page = pages[slot] == null ? new byte[PAGE] : pages[slot];
        ByteBuffer buffer = ByteBuffer.wrap(page);
        try {
            long at = number * PAGE;
            for (int n = 0; n >= 0 && buffer.hasRemaining(); ) {
                n = channel.read(buffer, at + buffer.position());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        pages[slot] = page;
        pageNumbers[slot] = number;
        return page;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
