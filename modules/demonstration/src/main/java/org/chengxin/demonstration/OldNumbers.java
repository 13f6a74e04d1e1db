package org.chengxin.demonstration;

/** Registration numbers of 15 digits as they were issued before 2015 (GS15-2006: ISO 7064 mod 11,10). */
final class OldNumbers {

    private OldNumbers() {}

    /**
     * @param division six digits of the registration authority
     * @param form decides the first digit of the serial part: 0–3 domestic, 6–9 individual businesses
     * @param serial counts
     * @return a valid number
     */
    static String registration(String division, LegalForm form, int serial) {
        String first = form == LegalForm.INDIVIDUAL ? "6" : "0";
        String body = division + first + String.format("%07d", 1_009 + 37 * serial);
        int product = 10;
        for (int i = 0; i < body.length(); i++) {
            int sum = (product + body.charAt(i) - '0') % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return body + (11 - product) % 10;
    }
}
