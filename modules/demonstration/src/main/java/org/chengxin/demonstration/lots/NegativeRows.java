package org.chengxin.demonstration.lots;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.chengxin.demonstration.CitizenNumbers;
import org.chengxin.demonstration.Enterprise;

/**
 * Rows of negative items: the six mandatory fields of D26, severity, and a period that fits it (国办发〔2025〕22号: minor at
 * most 3 months, ordinary 3 months to 1 year, serious 1 to 3 years).
 */
final class NegativeRows {

    private static final String MINOR = "轻微";
    private static final String ORDINARY = "一般";
    private static final String SERIOUS = "严重";
    private static final int SERIOUS_SHARE = 18;
    private static final int SHARED_SHARE = 8;
    private static final int PERSON_SHARE = 25;

    private final City city;
    private final Dice dice;
    private final String authority;
    private final String documentPattern;
    private int number;

    /**
     * @param documentPattern of the numbers of decisions: year and running number, such as {@code 苏市监处罚〔%d〕%04d号}
     */
    NegativeRows(City city, String topic, String authority, String documentPattern) {
        this.city = city;
        this.dice = city.dice(topic);
        this.authority = authority;
        this.documentPattern = documentPattern;
    }

    /** One row for each of the subjects, decided within the last half year and still shown. */
    List<Row> of(List<Enterprise> subjects, List<Violation> violations) {
        List<Row> rows = new ArrayList<>();
        for (Enterprise subject : subjects) {
            rows.add(of(Row.about(subject), violations));
        }
        return rows;
    }

    /** Completes a row that says whom it is about. */
    Row of(Row row, List<Violation> violations) {
        Violation violation = dice.of(violations);
        String severity = violation.to() == 0 ? MINOR : dice.percent(SERIOUS_SHARE) ? SERIOUS : ORDINARY;
        int months = severity.equals(MINOR) ? 3 : severity.equals(SERIOUS) ? 36 : 12;
        LocalDate decided = city.day().minusDays(severity.equals(MINOR) ? dice.between(5, 80) : dice.between(3, 170));
        return fill(
                row, violation, severity, decided, decided.plusMonths(months).minusDays(1));
    }

    /** A row of ordinary severity whose period of half a year ends on the given day. */
    Row endingOn(Row row, List<Violation> violations, LocalDate ends) {
        List<Violation> fines =
                violations.stream().filter(each -> each.to() > 0).toList();
        return fill(row, dice.of(fines), ORDINARY, ends.plusDays(1).minusMonths(6), ends);
    }

    /** A row of serious severity, decided some weeks ago. */
    Row serious(Row row, List<Violation> violations) {
        List<Violation> fines =
                violations.stream().filter(each -> each.to() > 0).toList();
        LocalDate decided = city.day().minusDays(dice.between(10, 60));
        return fill(
                row, dice.of(fines), SERIOUS, decided, decided.plusMonths(36).minusDays(1));
    }

    private Row fill(Row row, Violation violation, String severity, LocalDate decided, LocalDate ends) {
        int fine = violation.fine(dice);
        number++;
        return row.set("documentNo", String.format(documentPattern, decided.getYear(), number))
                .set("facts", violation.facts())
                .set("legalBasis", violation.basis())
                .set("result", violation.result(fine))
                .set("authority", authority)
                .set("decidedOn", decided)
                .set("endsOn", ends)
                .set("severity", severity)
                .set("kind", violation.kind())
                .set("fine", fine == 0 ? "" : fine)
                .scope(dice.percent(SHARED_SHARE) ? Row.SHARED : Row.PUBLIC);
    }

    /** Names persons answerable in some rows of an item that asks for them; their numbers are shown to nobody. */
    void namePersons(String item, List<Row> rows) {
        if (!Items.hasField(item, "responsiblePersonId")) {
            return;
        }
        for (Row row : rows) {
            if (dice.percent(PERSON_SHARE)) {
                LocalDate born = dice.day(LocalDate.of(1962, 1, 1), LocalDate.of(1996, 12, 31));
                row.set("responsiblePerson", dice.of(PEOPLE))
                        .set("responsiblePersonId", CitizenNumbers.number("320503", born, dice.between(1, 899)));
            }
        }
    }

    private static final List<String> PEOPLE =
            List.of("陆建明", "顾晓芳", "沈国强", "钱志平", "周雪峰", "吴海燕", "徐伟民", "朱春梅", "陈思远", "蒋文斌", "唐永红", "许家豪");
}
