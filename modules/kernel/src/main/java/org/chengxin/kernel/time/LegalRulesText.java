package org.chengxin.kernel.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The notation in which legal rules are written down, one line each:
 * {@code id | amount | unit | effective from | effective to | citation}, with - for a date that is open. Lines that begin
 * with # are remarks.
 */
public final class LegalRulesText {

    private static final String SHIPPED = "legal-rules.txt";
    private static final String OPEN = "-";

    private LegalRulesText() {}

    static List<LegalRule> shipped() {
        return parse(TextResource.lines(LegalRulesText.class, SHIPPED));
    }

    /**
     * Reads rules.
     *
     * @throws IllegalArgumentException naming the line that cannot be read
     */
    public static List<LegalRule> parse(List<String> lines) {
        List<LegalRule> rules = new ArrayList<>();
        for (String line : lines) {
            String text = line.strip();
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            try {
                String[] parts = text.split("\\s*\\|\\s*", 6);
                rules.add(new LegalRule(
                        parts[0],
                        parts[5],
                        Integer.parseInt(parts[1]),
                        LegalRule.Unit.valueOf(parts[2]),
                        date(parts[3]),
                        date(parts[4])));
            } catch (RuntimeException unreadable) {
                throw new IllegalArgumentException("cannot read the rule: " + text, unreadable);
            }
        }
        return rules;
    }

    private static LocalDate date(String text) {
        return text.equals(OPEN) ? null : LocalDate.parse(text);
    }
}
