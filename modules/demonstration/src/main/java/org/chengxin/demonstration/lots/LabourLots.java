package org.chengxin.demonstration.lots;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.chengxin.demonstration.Enterprise;

/** Employment and social insurance by month ({@code LABOUR-SOCIAL}) and violations of labour law (D17). */
final class LabourLots implements LotSource {

    private static final int EMPLOYERS = 90;
    private static final int MONTHS = 6;
    private static final int VIOLATING = 30;

    @Override
    public List<Lot> lots(City city) {
        Dice dice = city.dice("LABOUR-SOCIAL");
        List<Row> through = new ArrayList<>();
        List<Row> last = new ArrayList<>();
        List<YearMonth> months = city.lastMonths(MONTHS + 1);
        for (Enterprise each : city.pick(dice, EMPLOYERS)) {
            int employees = dice.between(4, 420);
            String contact = dice.of("陆敏", "顾佳怡", "沈燕", "徐静", "吴丽", "周秀英");
            String phone = "0512-6" + dice.between(5_000_000, 8_999_999);
            for (YearMonth month : months) {
                employees = Math.max(2, employees + dice.between(-3, 3));
                boolean behind = dice.percent(4);
                int insured = behind ? employees * 4 / 5 : employees;
                Row row = Row.about(each)
                        .set("contact", contact)
                        .set("contactPhone", phone)
                        .set("month", month)
                        .set("employees", employees)
                        .set("contracts", employees - (behind ? 1 : 0))
                        .set("insured", insured)
                        .set("arrears", behind ? (employees - insured + 1) * 1_150 : "")
                        .scope(Row.SHARED);
                (month.equals(months.get(MONTHS)) ? last : through).add(row);
            }
        }
        Row.leaveScopeOpen(through, 2);
        return List.of(
                Lot.approved("labour", "LABOUR-SOCIAL", "employment", through),
                Lot.waiting("labour", "LABOUR-SOCIAL", "employment-waiting", last),
                Lot.approved("labour", "LABOUR-VIOLATION", "labour-violations", violations(city)));
    }

    private static List<Row> violations(City city) {
        String topic = "LABOUR-VIOLATION";
        Dice dice = city.dice(topic);
        NegativeRows negative = new NegativeRows(city, topic, "苏州市劳动保障监察支队", "苏人社察理字〔%d〕%03d号");
        List<Row> rows = new ArrayList<>();
        for (Enterprise each : dice.some(city.active(), VIOLATING)) {
            int people = dice.between(2, 60);
            int amount = people * dice.between(4_000, 15_000);
            Violation violation =
                    new Violation("拖欠" + people + "名劳动者工资共计" + amount + "元", "《劳动保障监察条例》第二十六条第一项", "罚款", 5_000, 60_000);
            rows.add(negative.of(Row.about(each), List.of(violation))
                    .set("fine", null)
                    .set("kind", "拖欠工资")
                    .set("people", people)
                    .set("amount", amount)
                    .set("legalRepresentative", each.representative())
                    .set("address", each.address()));
        }
        negative.namePersons(topic, rows);
        Row.leaveScopeOpen(rows, 2);
        return rows;
    }
}
