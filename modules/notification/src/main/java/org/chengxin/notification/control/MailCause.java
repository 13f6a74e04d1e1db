package org.chengxin.notification.control;

import jakarta.mail.MessagingException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a mail was not taken, for operators: what the server for mail answered, without anybody's address. */
final class MailCause {

    /** The server ended, or the connection broke, while the mail was handed over: it may have been taken. */
    static final String INTERRUPTED = "INTERRUPTED";

    private static final Pattern REPLY = Pattern.compile("(?m)^\\s*([45])\\d\\d[ -]");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"'(),;:@]+@");
    private static final int LONGEST = 200;

    private MailCause() {}

    /** Whether a server said that it never will; false for a passing trouble and for one without an answer. */
    static boolean isFinal(MessagingException failure) {
        return "5".equals(replyClass(failure));
    }

    /** Whether a server said no; without an answer nobody knows what became of the mail. */
    static boolean isAnswer(MessagingException failure) {
        return replyClass(failure) != null;
    }

    /** In one line. */
    static String of(Throwable failure) {
        String text = String.valueOf(failure.getMessage());
        return masked(failure.getClass().getSimpleName() + ": " + text);
    }

    /** Text without the part of addresses before the at sign, on one line. */
    static String masked(String text) {
        String line = ADDRESS.matcher(text)
                .replaceAll("***@")
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }

    private static String replyClass(MessagingException failure) {
        String found = null;
        for (Exception at = failure; at != null; ) {
            Matcher reply = REPLY.matcher(String.valueOf(at.getMessage()));
            if (reply.find()) {
                found = reply.group(1);
            }
            at = at instanceof MessagingException messaging ? messaging.getNextException() : null;
        }
        return found;
    }
}
