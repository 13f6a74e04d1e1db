package org.chengxin.kernel;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Something that is looked at every few seconds and may be away for hours: it is said once that it went away, with the
 * cause, and once that it is back.
 */
public final class Outage {

    private final Logger log;
    private final String gone;
    private final String back;
    private boolean lasting;

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
    public synchronized void away(Throwable cause) {
        if (!lasting) {
            lasting = true;
            log.log(Level.WARNING, gone, cause);
        }
    }

    /** It is there. */
    public synchronized void there() {
        if (lasting) {
            lasting = false;
            log.info(back);
        }
    }
}
