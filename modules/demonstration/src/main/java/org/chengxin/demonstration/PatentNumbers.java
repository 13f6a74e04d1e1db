package org.chengxin.demonstration;

/** Numbers of Chinese invention patents as given since October 2003: year, kind, serial number, check character. */
public final class PatentNumbers {

    private static final int[] WEIGHTS = {2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5};
    private static final int MODULUS = 11;

    private PatentNumbers() {}

    /**
     * @param year of the application
     * @param serial of the year, up to seven digits
     * @return such as {@code ZL202310123456.7}; the check character may be X
     */
    public static String invention(int year, int serial) {
        String body = year + "1" + String.format("%07d", serial);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (body.charAt(i) - '0');
        }
        int check = sum % MODULUS;
        return "ZL" + body + "." + (check == 10 ? "X" : check);
    }
}
