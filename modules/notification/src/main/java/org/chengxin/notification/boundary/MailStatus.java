package org.chengxin.notification.boundary;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * How mail stands.
 *
 * @param host where mail is handed over; null where it is off
 * @param waiting mails that are to be sent
 * @param failed mails that people have to look after
 * @param latest the latest of those
 */
public record MailStatus(String host, long waiting, long failed, List<Failed> latest) {

    /**
     * A mail that was not sent.
     *
     * @param username the account that it was for
     * @param cause what the server for mail answered, without addresses
     */
    public record Failed(long id, String username, OffsetDateTime since, int attempts, String cause) {}
}
