package org.chengxin.demonstration.lots;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Rows with the faults that real files have, one of each kind, between rows without any: what a clerk mends, confirms or
 * drops. Made from rows of an environmental penalty.
 */
final class FlawedRows {

    private static final List<BiConsumer<City, Row>> FAULTS = List.of(
            // the letter O for the digit 0, with a suggestion
            (city, row) -> row.set("subjectCode", row.get("subjectCode").replaceFirst("0(?=[^0]*$)", "O")),
            (city, row) -> row.set("subjectCode", otherLast(row.get("subjectCode"))),
            (city, row) -> row.set("subjectName", row.get("subjectName") + "、"),
            (city, row) -> row.set("facts", null),
            (city, row) -> row.set("decidedOn", city.day().getYear() + "年13月5日"),
            (city, row) -> row.set("decidedOn", city.day().plusDays(20))
                    .set("endsOn", city.day().plusDays(200)),
            (city, row) -> row.set("endsOn", city.day().plusYears(4)),
            (city, row) -> row.set("endsOn", city.day().minusYears(2)),
            (city, row) -> row.set("legalBasis", null).set("result", null),
            (city, row) -> {
                for (String field : List.of("documentNo", "facts", "result", "decidedOn", "legalBasis", "severity")) {
                    row.set(field, null);
                }
            },
            (city, row) -> row.set("severity", "比较严重"),
            (city, row) -> row.set("scope", "部分公开"));

    private FlawedRows() {}

    /** As many rows as there are faults, and half as many good ones, with numbers of their own; and somebody unknown. */
    static List<Row> of(City city, List<Row> good) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < FAULTS.size(); i++) {
            Row row = renumbered(good.get(i), i);
            FAULTS.get(i).accept(city, row);
            rows.add(row);
            if (i % 2 == 0) {
                rows.add(renumbered(good.get(i + 1), 50 + i));
            }
        }
        // penalised before it was registered: goes on by itself as soon as the registration is approved
        for (int i = 0; i < 3; i++) {
            rows.add(renumbered(good.get(i + 6), 70 + i)
                    .set("subjectName", city.newcomers().get(i).name())
                    .set("subjectCode", city.newcomers().get(i).code().value())
                    .set("legalRepresentative", city.newcomers().get(i).representative()));
            rows.add(renumbered(good.get(i + 9), 80 + i)
                    .set("subjectName", city.strangers().get(i).name())
                    .set("subjectCode", city.strangers().get(i).code().value())
                    .set("legalRepresentative", city.strangers().get(i).representative()));
        }
        return rows;
    }

    private static Row renumbered(Row row, int number) {
        Row copy = row.copy();
        return copy.set("documentNo", row.get("documentNo").replaceFirst("第.*号", "第" + (900 + number) + "号"));
    }

    private static String otherLast(String code) {
        char last = code.charAt(code.length() - 1);
        return code.substring(0, code.length() - 1) + (last == '7' ? '8' : '7');
    }
}
