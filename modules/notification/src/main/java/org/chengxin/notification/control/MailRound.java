package org.chengxin.notification.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.chengxin.kernel.time.ApplicationClock;

/** Sends what is due. */
@ApplicationScoped
public class MailRound {

    private static final Logger LOG = Logger.getLogger(MailRound.class.getName());

    /** Mails a round: others who wait for the thread get their turn. */
    private static final int MOST = 200;

    @Inject
    MailSettings settings;

    @Inject
    DeliverySteps steps;

    @Inject
    ApplicationClock clock;

    private volatile boolean stopping;

    /** No further mail is taken: what a server has in hand when it ends is left to people. */
    void stop() {
        stopping = true;
    }

    /** Hands over the mails that are due, one after the other, until there are no more or the server is not there. */
    public void run() {
        try (MailServer server = new MailServer(settings)) {
            for (int i = 0; i < MOST && !stopping; i++) {
                Optional<Mail> next = steps.take();
                if (next.isEmpty() || !handOver(next.get(), server)) {
                    return;
                }
            }
        }
    }

    /** @return false when there is no use in trying another one now. */
    private boolean handOver(Mail mail, MailServer server) {
        if (mail.lines().isEmpty()) {
            steps.dropped(mail);
            return true;
        }
        try {
            server.connect();
        } catch (MessagingException away) {
            LOG.log(Level.WARNING, "The server for mail cannot be used: {0}", MailCause.of(away));
            steps.refused(mail, MailCause.of(away));
            return false;
        }
        try {
            server.send(mail, clock.instant());
        } catch (MessagingException failure) {
            server.close();
            return told(mail, failure);
        } catch (RuntimeException failure) {
            server.close();
            LOG.log(Level.WARNING, "Mail {0} could not be sent: {1}", new Object[] {mail.id(), MailCause.of(failure)});
            steps.failed(mail, MailCause.of(failure));
            return true;
        }
        steps.sent(mail);
        return true;
    }

    /** @return false where the server gave no answer: it would take the next mails from their readers too */
    private boolean told(Mail mail, MessagingException failure) {
        String cause = MailCause.of(failure);
        LOG.log(Level.WARNING, "Mail {0} was not taken: {1}", new Object[] {mail.id(), cause});
        if (MailCause.isFinal(failure)) {
            steps.failed(mail, cause);
        } else if (MailCause.isAnswer(failure)) {
            steps.refused(mail, cause);
        } else {
            // it may have been taken before the connection broke, and is not sent a second time without being asked for
            steps.failed(mail, MailCause.masked(MailCause.INTERRUPTED + " " + cause));
            return false;
        }
        return true;
    }
}
