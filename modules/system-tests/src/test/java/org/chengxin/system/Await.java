package org.chengxin.system;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for something that another thread or server does, by asking for it. */
public final class Await {

    private static final long ASK_EVERY_MILLIS = 100;

    private Await() {}

    /** Returns when the condition holds; fails after the time. */
    public static void until(String what, Duration atMost, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + atMost.toNanos();
        CountDownLatch never = new CountDownLatch(1);
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("did not come within " + atMost + ": " + what);
            }
            never.await(ASK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }
}
