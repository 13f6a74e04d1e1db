package org.chengxin.notification.boundary;

/**
 * What somebody wants by e-mail.
 *
 * @param language {@code zh} or {@code en}
 * @param address where to; null where the account has none. Administrators set it
 * @param mailOn whether this installation sends mail at all
 */
public record MailPreference(MailChoice choice, String language, String address, boolean mailOn) {}
