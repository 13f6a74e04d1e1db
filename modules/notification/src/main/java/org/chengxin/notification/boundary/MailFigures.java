package org.chengxin.notification.boundary;

import java.sql.Connection;
import java.sql.SQLException;
import org.chengxin.notification.control.FailedMails;

/** Figures of mail for operators. */
public final class MailFigures {

    private MailFigures() {}

    /** How many mails wait and how many failed, each from an index; the latest ones are not named. */
    public static MailStatus read(Connection connection) throws SQLException {
        return new FailedMails(connection).figures();
    }
}
