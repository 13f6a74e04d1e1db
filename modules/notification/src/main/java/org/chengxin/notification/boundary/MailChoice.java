package org.chengxin.notification.boundary;

/** When somebody wants notices by e-mail; in the console they are in any case. */
public enum MailChoice {
    AT_ONCE,
    /** Once a working day. */
    DIGEST,
    NONE;

    /** Of who has not said anything. */
    public static final MailChoice USUAL = AT_ONCE;
}
