package org.chengxin.kernel.text;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chengxin.kernel.code.CitizenId;
import org.chengxin.kernel.code.RegistrationNumber;
import org.chengxin.kernel.code.UnifiedSocialCreditCode;

/**
 * Finds citizens' numbers (GB 11643) and mobile telephone numbers in prose and hides their middle. A number that stands
 * by itself is hidden also when it is mistyped; one that is written in parts or adjoins other digits and letters only if
 * its check character fits, since so long a row of digits may be an account or a document's number.
 *
 * <p>Every field of every record passes here: text with fewer than eleven digits in a row costs one look at each
 * character, and nothing that is not changed is copied.
 */
final class PersonalNumbers {

    private static final int MOBILE_LENGTH = 11;
    private static final int OLDER_ID_LENGTH = 15;
    private static final int ID_DIGITS = 17;
    private static final int ID_LENGTH = 18;
    /** Between two digits of one number: " - " is three. */
    private static final int WIDEST_GAP = 3;

    private static final String JOINTS = ".-_·•‧・‐‑‒–—―−";

    private static final Pattern ALONE =
            Pattern.compile("(?<![0-9A-Za-z])(?:[0-9]{20}|[0-9]{17}[0-9Xx](?:[0-9]{2})?|[0-9]{15})(?![0-9A-Za-z])");
    private static final Pattern BIRTH_IN_15 =
            Pattern.compile("[1-9][0-9]{5}[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}");

    /** Neither money (a part of one with decimals, or before 元) nor between the signs of a document's number. */
    private static final Pattern MOBILE = Pattern.compile("(?<![0-9*¥￥$])(?:86[ -]?)?"
            + "(?:(?!(?<=[第字〕】)\\]])1[0-9]{10}号)(1[3-9][0-9])[0-9]{4}[0-9]{4}"
            + "|(?<![A-Za-z第字〕-])(1[3-9][0-9])([ -])[0-9]{4}\\3[0-9]{4}(?![-号]))"
            + "(?![0-9*])(?![.][0-9]{1,2}(?![0-9]))(?! ?[元万亿])");

    private final String text;
    private final String half;
    private final StringBuilder masked;

    private PersonalNumbers(String text) {
        this.text = text;
        this.half = TextCleaning.fullWidthToHalf(text);
        this.masked = new StringBuilder(text);
    }

    /** The text with citizens' numbers and, if wanted, mobile numbers masked; the same text if there are none. */
    static String hide(String text, boolean mobilesToo) {
        int row = longestRow(text);
        if (row < MOBILE_LENGTH || row < OLDER_ID_LENGTH && !mobilesToo) {
            return text;
        }
        PersonalNumbers numbers = new PersonalNumbers(text);
        if (row >= OLDER_ID_LENGTH) {
            numbers.hideAlone();
        }
        if (row >= ID_DIGITS) {
            numbers.hideWithin();
        }
        if (mobilesToo) {
            numbers.hideMobiles();
        }
        String shown = numbers.masked.toString();
        return shown.equals(text) ? text : shown;
    }

    /** Most digits that follow each other with nothing but short joints between. */
    private static int longestRow(String text) {
        int longest = 0;
        int row = 0;
        int gap = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isDigit(c)) {
                row++;
                gap = 0;
                longest = Math.max(longest, row);
            } else if (row > 0 && (++gap > WIDEST_GAP || !isJoint(c))) {
                row = 0;
                gap = 0;
            }
        }
        return longest;
    }

    private void hideAlone() {
        Matcher numbers = ALONE.matcher(half);
        while (numbers.find()) {
            if (isPersonal(numbers.group())) {
                for (int i = numbers.start() + 6; i < numbers.end() - 4; i++) {
                    masked.setCharAt(i, '*');
                }
            }
        }
    }

    /** In each row of digits with short joints: every eighteen that are a citizen's number by date and check character. */
    private void hideWithin() {
        int[] places = new int[half.length()];
        int count = 0;
        for (int i = 0; i < half.length(); i++) {
            char c = half.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            if (count > 0 && i - places[count - 1] > (digit || isX(c) ? WIDEST_GAP + 1 : WIDEST_GAP)) {
                hideIn(places, count);
                count = 0;
            }
            if (digit) {
                places[count++] = i;
            } else if (isX(c) && count >= ID_DIGITS) {
                places[count++] = i;
                hideIn(places, count);
                count = 0;
            } else if (!isJoint(c)) {
                hideIn(places, count);
                count = 0;
            }
        }
        hideIn(places, count);
    }

    private void hideIn(int[] places, int count) {
        char[] number = new char[ID_LENGTH];
        int first = 0;
        while (first + ID_LENGTH <= count) {
            for (int i = 0; i < ID_LENGTH; i++) {
                number[i] = half.charAt(places[first + i]);
            }
            if (mayHoldDate(number) && CitizenId.check(new String(number)).isValid()) {
                Arrays.stream(places, first + 6, first + ID_LENGTH - 4).forEach(place -> masked.setCharAt(place, '*'));
                first += ID_LENGTH;
            } else {
                first++;
            }
        }
    }

    /** Spares most rows of digits the full check: the century and the first digit of month and day. */
    private static boolean mayHoldDate(char[] number) {
        return (number[6] == '1' || number[6] == '2') && number[10] <= '1' && number[12] <= '3';
    }

    private void hideMobiles() {
        Matcher numbers = MOBILE.matcher(TextCleaning.fullWidthToHalf(masked.toString()));
        while (numbers.find()) {
            int begin = numbers.start(1) >= 0 ? numbers.start(1) : numbers.start(2);
            for (int i = begin + 3; i < numbers.end() - 4; i++) {
                if (isDigit(text.charAt(i))) {
                    masked.setCharAt(i, '*');
                }
            }
        }
    }

    private static boolean isPersonal(String number) {
        if (number.length() == OLDER_ID_LENGTH) {
            return BIRTH_IN_15.matcher(number).matches()
                    && !RegistrationNumber.check(number).isValid();
        }
        String id = number.substring(0, ID_LENGTH);
        boolean organisation = UnifiedSocialCreditCode.check(number).isValid();
        return CitizenId.check(id).isValid() || (CitizenId.looksLikeOne(id) && !organisation);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9' || c >= '０' && c <= '９';
    }

    private static boolean isX(char c) {
        return c == 'X' || c == 'x';
    }

    private static boolean isJoint(char c) {
        return c == ' '
                || JOINTS.indexOf(c) >= 0
                || c == '．'
                || c == '－'
                || Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT;
    }
}
