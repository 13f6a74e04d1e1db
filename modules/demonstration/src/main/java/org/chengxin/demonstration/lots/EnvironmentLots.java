package org.chengxin.demonstration.lots;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.chengxin.demonstration.Enterprise;
import org.chengxin.demonstration.Penalty;
import org.chengxin.demonstration.PenaltyGenerator;

/** Environmental penalties ({@code PEN-ENV}, D21) and environmental ratings ({@code ENV-RATING}, D22). */
final class EnvironmentLots implements LotSource {

    private static final String ITEM = "PEN-ENV";
    private static final String AUTHORITY = "苏州市生态环境局";
    private static final int PENALTIES = 400;
    private static final int WAITING = 24;
    private static final int RATED = 150;
    private static final List<Integer> DAYS_LEFT = List.of(0, 1, 1, 7, 30);

    @Override
    public List<Lot> lots(City city) {
        List<Row> rows = rows(new PenaltyGenerator(city.seed(), city.industrial(), city.day()).penalties(PENALTIES, 1));
        List<Row> waiting =
                rows(new PenaltyGenerator(city.seed() + 1, city.industrial(), city.day()).penalties(WAITING, 2));
        return List.of(
                Lot.approved("env", ITEM, "environment", rows),
                Lot.approved("env", ITEM, "environment-ending", ending(city)),
                Lot.waiting("env", ITEM, "environment-waiting", waiting),
                Lot.waiting("env", ITEM, "environment-flawed", FlawedRows.of(city, waiting)),
                Lot.approved("env", "ENV-RATING", "environment-rating", ratings(city)));
    }

    private static List<Row> rows(List<Penalty> penalties) {
        List<Row> rows = new ArrayList<>();
        for (Penalty each : penalties) {
            rows.add(Row.about(each.subject())
                    .set("documentNo", each.documentNo())
                    .set("filedOn", each.filedOn())
                    .set("facts", each.facts())
                    .set("legalBasis", each.basis())
                    .set("result", each.result())
                    .set("authority", each.authority())
                    .set("decidedOn", each.decidedOn())
                    .set("endsOn", each.endsOn())
                    .set("severity", each.severity())
                    .scope(each.scope())
                    .set("kind", each.kind())
                    .set("fine", each.fine().signum() == 0 ? "" : each.fine())
                    .set("legalRepresentative", each.subject().representative()));
        }
        return rows;
    }

    private static List<Row> ending(City city) {
        NegativeRows negative = new NegativeRows(city, "environment-ending", AUTHORITY, "苏环行罚字〔%d〕03第%03d号");
        List<Violation> violations =
                List.of(new Violation("未采取有效措施控制扬尘排放", "《中华人民共和国大气污染防治法》第一百一十五条第一款第一项", "罚款", 10_000, 90_000));
        List<Row> rows = new ArrayList<>();
        List<Enterprise> subjects = city.pickIndustrial(city.dice("environment-ending"), DAYS_LEFT.size() + 2);
        for (int i = 0; i < DAYS_LEFT.size(); i++) {
            rows.add(negative.endingOn(
                            Row.about(subjects.get(i)), violations, city.day().plusDays(DAYS_LEFT.get(i)))
                    .scope(Row.PUBLIC));
        }
        rows.add(negative.serious(Row.about(subjects.get(5)), violations));
        rows.add(negative.serious(Row.about(subjects.get(6)), violations));
        negative.namePersons(ITEM, rows);
        return rows;
    }

    private static List<Row> ratings(City city) {
        Dice dice = city.dice("ENV-RATING");
        List<Row> rows = new ArrayList<>();
        for (Enterprise each : city.pickIndustrial(dice, RATED)) {
            for (int year = city.day().getYear() - 2; year < city.day().getYear(); year++) {
                int place = dice.between(1, 100);
                String grade = place < 30 ? "绿" : place < 80 ? "蓝" : place < 93 ? "黄" : place < 99 ? "红" : "黑";
                rows.add(Row.about(each)
                        .set("year", year)
                        .set("grade", grade)
                        .set("decidedOn", LocalDate.of(year + 1, 3, 15))
                        .set("authority", AUTHORITY)
                        .scope(Row.PUBLIC));
            }
        }
        rows.removeIf(row -> LocalDate.parse(row.get("decidedOn")).isAfter(city.day()));
        return rows;
    }
}
