package org.chengxin.demonstration;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Valid numbers of citizens who do not exist (GB 11643), for what the city knows of persons and never shows. */
public final class CitizenNumbers {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";

    private CitizenNumbers() {}

    /**
     * @param division six digits of GB/T 2260
     * @param born date of birth
     * @param sequence 0 to 999
     */
    public static String number(String division, LocalDate born, int sequence) {
        String body = division + born.format(DateTimeFormatter.BASIC_ISO_DATE) + String.format("%03d", sequence);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (body.charAt(i) - '0');
        }
        return body + CHECK_CHARACTERS.charAt(sum % 11);
    }
}
