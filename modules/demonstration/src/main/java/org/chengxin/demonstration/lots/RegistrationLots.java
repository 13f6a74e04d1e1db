package org.chengxin.demonstration.lots;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chengxin.demonstration.CitizenNumbers;
import org.chengxin.demonstration.Enterprise;
import org.chengxin.demonstration.LotText;

/**
 * Registration ({@code REG-BASIC}, D02): everybody at once, changes that came later, newcomers that wait; and annual
 * inspections ({@code REG-INSPECT}, D03), some years missing.
 */
final class RegistrationLots implements LotSource {

    private static final String ITEM = "REG-BASIC";
    private static final int CHANGED = 12;
    private static final int INSPECTED = 200;

    @Override
    public List<Lot> lots(City city) {
        return List.of(
                registered(city),
                changes(city),
                new Lot(
                        "market",
                        ITEM,
                        "newcomers",
                        Lot.Course.WAITING,
                        null,
                        LotText.registrationRows(city.newcomers())),
                Lot.approved("market", "REG-INSPECT", "inspections", inspections(city)));
    }

    /** The lot that makes the subjects; everything else needs it. */
    static Lot registered(City city) {
        List<Enterprise> everybody = new ArrayList<>(city.enterprises());
        everybody.addAll(city.banks());
        everybody.addAll(city.others());
        List<Map<String, String>> rows = LotText.registrationRows(everybody);
        identify(city.dice("representatives"), rows);
        return new Lot("market", ITEM, "registration", Lot.Course.APPROVED, null, rows);
    }

    /** Every tenth gives the number of its legal representative, by which the person is known and never shown. */
    private static void identify(Dice dice, List<Map<String, String>> rows) {
        if (!Items.hasField(ITEM, "representativeId")) {
            return;
        }
        for (Map<String, String> row : rows) {
            if (dice.percent(10)) {
                LocalDate born = dice.day(LocalDate.of(1955, 1, 1), LocalDate.of(1995, 12, 31));
                row.put("representativeId", CitizenNumbers.number("320501", born, dice.between(1, 899)));
            }
        }
    }

    /** Renamed, moved, with more capital: new content of the same records, the former name kept. */
    private static Lot changes(City city) {
        Dice dice = city.dice("changes");
        List<Map<String, String>> rows = new ArrayList<>();
        List<Enterprise> candidates = city.active().stream()
                .filter(each -> each.formerName().isEmpty() && each.name().endsWith("有限公司"))
                .toList();
        for (Enterprise each : dice.some(candidates, CHANGED)) {
            boolean renamed = dice.percent(70);
            String name = renamed ? each.name().replaceFirst("(股份)?有限公司$", "集团有限公司") : each.name();
            Enterprise changed = new Enterprise(
                    name,
                    renamed ? each.name() : "",
                    each.code(),
                    each.registrationNumber(),
                    "有限责任公司",
                    each.capital().add(each.capital()),
                    each.paidIn(),
                    each.representative(),
                    City.place(each) + "新港路" + dice.between(1, 300) + "号",
                    each.founded(),
                    each.term(),
                    each.scope(),
                    each.authority(),
                    each.status(),
                    each.division());
            rows.addAll(LotText.registrationRows(List.of(changed)));
        }
        return new Lot("market", ITEM, "changes", Lot.Course.APPROVED, null, rows);
    }

    private static List<Row> inspections(City city) {
        Dice dice = city.dice("REG-INSPECT");
        List<Row> rows = new ArrayList<>();
        int last = city.day().getYear() - 1;
        for (Enterprise each : city.pick(dice, INSPECTED)) {
            for (int year = Math.max(last - 3, each.founded().getYear() + 1); year <= last; year++) {
                // a year in which nobody came to be inspected has no row, or one that says so
                if (dice.percent(7)) {
                    continue;
                }
                int place = dice.between(1, 100);
                String result = place < 94 ? "通过" : place < 97 ? "未通过" : "未参加";
                rows.add(Row.about(each)
                        .set("year", year)
                        .set("result", result)
                        .set(
                                "decidedOn",
                                result.equals("未参加")
                                        ? ""
                                        : LocalDate.of(year, 3, 1).plusDays(dice.between(0, 120)))
                        .set("authority", each.authority())
                        .scope(Row.PUBLIC));
            }
        }
        return rows;
    }
}
