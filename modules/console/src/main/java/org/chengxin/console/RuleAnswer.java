package org.chengxin.console;

/**
 * What is kept with a record about who or what decided: {@code conduct-class#alert-serious 苏府[2003]184号 三.2（4）} from a
 * decision table, or words of their own.
 *
 * @param row table and row, such as {@code conduct-class#alert-serious}; empty where no table decided
 * @param citation the basis in words; never null
 */
record RuleAnswer(String row, String citation) {

    static RuleAnswer parse(String rule) {
        if (rule == null) {
            return new RuleAnswer("", "");
        }
        int end = rule.indexOf(' ');
        String first = end < 0 ? rule : rule.substring(0, end);
        return first.matches("[a-z-]+#[a-z0-9-]+")
                ? new RuleAnswer(first, end < 0 ? "" : rule.substring(end + 1))
                : new RuleAnswer("", rule);
    }
}
