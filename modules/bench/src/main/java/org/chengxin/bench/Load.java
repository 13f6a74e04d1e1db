package org.chengxin.bench;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/** Makes requests, at a steady rate or as fast as so many clients get their answers. */
final class Load {

    private Load() {}

    /** Makes one request; throws when the answer is not what it should be. */
    @FunctionalInterface
    interface Request {
        void send() throws Exception;
    }

    /**
     * So many requests a second, whatever becomes of the earlier ones, as strangers would who know nothing of each other.
     * A request counts from the moment at which it was due and not from when somebody was free to send it: the time that
     * it waited behind a slow one is its own (no coordinated omission).
     *
     * @param perSecond rate
     * @param count how many in all
     * @param atOnce how many may be under way; the others wait, and their time runs
     */
    static Latencies open(int perSecond, int count, int atOnce, Request request) throws InterruptedException {
        long[] nanos = new long[count];
        AtomicInteger failures = new AtomicInteger();
        ExecutorService clients = Executors.newFixedThreadPool(atOnce);
        try {
            long interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
            long start = System.nanoTime();
            for (int i = 0; i < count; i++) {
                int number = i;
                long due = start + i * interval;
                for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                    LockSupport.parkNanos(wait);
                }
                clients.execute(() -> {
                    try {
                        request.send();
                        nanos[number] = System.nanoTime() - due;
                    } catch (Exception failed) {
                        nanos[number] = -1;
                        failures.incrementAndGet();
                    }
                });
            }
        } finally {
            clients.shutdown();
            if (!clients.awaitTermination(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("requests without an answer for a minute");
            }
        }
        return new Latencies(answered(nanos, count), failures.get());
    }

    /** What closed clients got. */
    record Throughput(double perSecond, Latencies latencies) {}

    /**
     * So many clients, each of which asks again as soon as it has its answer.
     *
     * @param most of how many answers the time is kept
     */
    static Throughput closed(int clients, Duration during, int most, Request request) throws InterruptedException {
        AtomicLongArray nanos = new AtomicLongArray(most);
        AtomicInteger answers = new AtomicInteger();
        AtomicInteger failures = new AtomicInteger();
        long start = System.nanoTime();
        long end = start + during.toNanos();
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        for (int client = 0; client < clients; client++) {
            threads.execute(() -> {
                for (long sent = System.nanoTime(); sent < end; sent = System.nanoTime()) {
                    try {
                        request.send();
                        int number = answers.getAndIncrement();
                        if (number < most) {
                            nanos.set(number, System.nanoTime() - sent);
                        }
                    } catch (Exception failed) {
                        failures.incrementAndGet();
                    }
                }
            });
        }
        threads.shutdown();
        if (!threads.awaitTermination(during.toSeconds() + 60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("requests without an answer for a minute");
        }
        double seconds = (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
        int kept = Math.min(most, answers.get());
        long[] taken = new long[kept];
        for (int i = 0; i < kept; i++) {
            taken[i] = nanos.get(i);
        }
        return new Throughput(answers.get() / seconds, new Latencies(taken, failures.get()));
    }

    private static long[] answered(long[] nanos, int count) {
        long[] answered = new long[count];
        int found = 0;
        for (long taken : nanos) {
            if (taken >= 0) {
                answered[found++] = taken;
            }
        }
        return java.util.Arrays.copyOf(answered, found);
    }
}
