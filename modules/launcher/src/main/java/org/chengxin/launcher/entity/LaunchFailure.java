package org.chengxin.launcher.entity;

import java.io.Serial;

/** A start or stop that did not succeed, with a sentence for the person at the terminal. */
public class LaunchFailure extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * @param message a complete sentence in the language of the terminal
     */
    public LaunchFailure(String message) {
        super(message);
    }

    /**
     * @param message a complete sentence in the language of the terminal
     * @param cause what happened below
     */
    public LaunchFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
