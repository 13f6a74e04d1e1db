package org.chengxin.notification.control;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/** A conversation with the server for mail, begun when the first mail is handed over and used for all of a round. */
final class MailServer implements AutoCloseable {

    private final MailSettings settings;
    private final Session session;
    private Transport transport;

    MailServer(MailSettings settings) {
        this.settings = settings;
        this.session = Session.getInstance(settings.properties());
    }

    /**
     * Connects, unless it is connected.
     *
     * @throws MessagingException when the server cannot be reached or refuses the sender: nothing was handed over
     */
    void connect() throws MessagingException {
        if (transport == null || !transport.isConnected()) {
            transport = session.getTransport("smtp");
            transport.connect(settings.host(), settings.port(), settings.user(), settings.password());
        }
    }

    /**
     * Hands a mail over.
     *
     * @throws MessagingException when the server said no, or nothing any more
     */
    void send(Mail mail, Instant now) throws MessagingException {
        Message message = message(mail, now);
        transport.sendMessage(message, message.getAllRecipients());
    }

    private Message message(Mail mail, Instant now) throws MessagingException {
        MailText text = MailText.of(mail, settings.console());
        Numbered message = new Numbered(session, mail, settings.from());
        // both are read strictly: an address is one address, and holds no line of its own
        message.setFrom(address(settings.from()));
        message.setRecipient(Message.RecipientType.TO, address(mail.address()));
        message.setSubject(text.subject(), StandardCharsets.UTF_8.name());
        message.setText(text.body(), StandardCharsets.UTF_8.name());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", mail.language().toLanguageTag());
        message.setSentDate(Date.from(now));
        message.saveChanges();
        return message;
    }

    private static InternetAddress address(String text) throws MessagingException {
        InternetAddress address = new InternetAddress(text, true);
        address.validate();
        return address;
    }

    /** With the same number at every attempt, by which a recipient's server knows a mail that it has. */
    private static final class Numbered extends MimeMessage {

        private final String number;

        Numbered(Session session, Mail mail, String from) {
            super(session);
            number = "<notice-" + mail.id() + "-" + mail.createdAt().getEpochSecond()
                    + from.substring(from.lastIndexOf('@')).replaceAll("[^A-Za-z0-9@.-]", "") + ">";
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", number);
        }
    }

    /** Ends the conversation, also one that has gone wrong. */
    @Override
    public void close() {
        if (transport != null) {
            try {
                transport.close();
            } catch (MessagingException gone) {
                // there is nobody to say goodbye to
            }
            transport = null;
        }
    }
}
