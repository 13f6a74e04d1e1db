package org.chengxin.kernel;

import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Something that is looked at every few seconds and may be away for hours: it is said once that it went away, with the
 * cause, again when the cause is another one, and once that it is back.
 */
public final class Outage {

    private final Logger log;
    private final String gone;
    private final String back;
    /** What is the matter; null while it is there. */
    private String cause;

    /**
     * @param gone what to say when it goes away
     * @param back what to say when it is back
     */
    public Outage(Logger log, String gone, String back) {
        this.log = log;
        this.gone = gone;
        this.back = back;
    }

    /** It is away. */
    public synchronized void away(Throwable reason) {
        String kind = kind(reason);
        if (!kind.equals(cause)) {
            cause = kind;
            log.log(Level.WARNING, gone, reason);
        }
    }

    /** It is there. */
    public synchronized void there() {
        if (cause != null) {
            cause = null;
            log.info(back);
        }
    }

    /** Without the message, which may name another row or port each time. */
    private static String kind(Throwable reason) {
        Throwable root = reason;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getName() + (root instanceof SQLException sql ? sql.getSQLState() : "");
    }
}
