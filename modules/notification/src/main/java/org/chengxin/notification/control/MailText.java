package org.chengxin.notification.control;

import java.util.Locale;
import org.chengxin.notification.boundary.NoticeEvent.Detail;
import org.chengxin.notification.boundary.NoticeTexts;

/**
 * What stands in a mail: of each notice its one line and the address of the page, which asks who is there. Nothing of a
 * record's content: a mail may lie on servers of others.
 */
record MailText(String subject, String body) {

    private static final String NEW_LINE = "\r\n";

    /**
     * @param console start of the console's addresses; empty where that is not known, and then there are none
     */
    static MailText of(Mail mail, String console) {
        Locale language = mail.language();
        StringBuilder body = new StringBuilder();
        for (Mail.Line line : mail.lines()) {
            body.append("- ")
                    .append(NoticeTexts.of(line.kind(), line.details(), language))
                    .append(NEW_LINE);
            if (!console.isEmpty()) {
                body.append("  ").append(console).append(line.link()).append(NEW_LINE);
            }
        }
        if (mail.total() > mail.lines().size()) {
            body.append("- ")
                    .append(NoticeTexts.text(
                            "mail.more", language, mail.total() - mail.lines().size()))
                    .append(NEW_LINE);
        }
        body.append(NEW_LINE).append(NoticeTexts.text("mail.foot", language)).append(NEW_LINE);
        if (!console.isEmpty()) {
            body.append(console).append("notices.xhtml").append(NEW_LINE);
        }
        return new MailText(subject(mail), body.toString());
    }

    private static String subject(Mail mail) {
        Locale language = mail.language();
        if (mail.digest()) {
            return NoticeTexts.text("mail.subject.digest", language, mail.total());
        }
        if (mail.total() > 1) {
            return NoticeTexts.text("mail.subject.many", language, mail.total());
        }
        Mail.Line only = mail.lines().get(0);
        String word = NoticeTexts.text(only.kind().messageKey() + ".short", language);
        String number = only.details().getOrDefault(Detail.NO, "").replaceAll("\\p{Cntrl}", "");
        return NoticeTexts.text("mail.subject.one", language, word, number).strip();
    }
}
