package org.chengxin.demonstration.lots;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.chengxin.demonstration.Enterprise;

/**
 * Both tax offices: credit grades of three years ({@code TAX-GRADE}, D08), taxpayers and their state ({@code
 * TAX-REG-NATIONAL}, D06, and {@code TAX-REG-LOCAL}, D07, whose numbers for a state differ), arrears and grave cases
 * (D09).
 */
final class TaxLots implements LotSource {

    private static final int GRADED = 260;
    private static final int TAXPAYERS = 150;
    private static final int IN_ARREARS = 24;
    private static final int EVADING = 10;
    private static final int YEARS = 3;
    private static final String NATIONAL = "国家税务总局苏州市税务局";

    @Override
    public List<Lot> lots(City city) {
        List<Row> grades = grades(city);
        Row.leaveScopeOpen(grades, 3);
        List<Row> next = newlyGraded(city);
        return List.of(
                Lot.approved("tax", "TAX-GRADE", "grades", grades),
                Lot.waiting("tax", "TAX-GRADE", "grades-waiting", next),
                Lot.approved("tax", "TAX-REG-NATIONAL", "taxpayers", taxpayers(city, "①", "②", "③", "④")),
                Lot.approved("localtax", "TAX-REG-LOCAL", "taxpayers-local", taxpayers(city, "1", "2", "3", "4")),
                Lot.approved("tax", "TAX-ARREARS", "arrears", arrears(city, "arrears", IN_ARREARS)),
                Lot.waiting("localtax", "TAX-ARREARS", "arrears-waiting", arrears(city, "arrears-local", 6)),
                Lot.approved("localtax", "TAX-EVASION", "evasion", evasion(city)));
    }

    private static List<Row> grades(City city) {
        Dice dice = city.dice("TAX-GRADE");
        List<Row> rows = new ArrayList<>();
        int last = lastGradedYear(city.day());
        for (Enterprise each : city.pickCompanies(dice, GRADED)) {
            for (int year = last - YEARS + 1; year <= last; year++) {
                if (each.founded().getYear() < year) {
                    rows.add(grade(each, year, city.showcases().contains(each) ? "A" : grade(dice)));
                }
            }
        }
        return rows;
    }

    /** A grade is found in April for the year before. */
    private static int lastGradedYear(LocalDate day) {
        return day.isBefore(LocalDate.of(day.getYear(), 5, 1)) ? day.getYear() - 2 : day.getYear() - 1;
    }

    private static List<Row> newlyGraded(City city) {
        Dice dice = city.dice("TAX-GRADE, waiting");
        List<Row> rows = new ArrayList<>();
        for (Enterprise each : dice.some(city.active(), 12)) {
            rows.add(grade(each, lastGradedYear(city.day()), "M"));
        }
        rows.get(2).set("subjectName", rows.get(2).get("subjectName") + "*");
        rows.get(5).set("grade", "甲");
        rows.get(7).set("subjectCode", rows.get(7).get("subjectCode").substring(0, 17));
        rows.add(grade(city.strangers().get(5), lastGradedYear(city.day()), "B"));
        return rows;
    }

    private static String grade(Dice dice) {
        int place = dice.between(1, 100);
        return place <= 30 ? "A" : place <= 75 ? "B" : place <= 85 ? "M" : place <= 94 ? "C" : "D";
    }

    private static Row grade(Enterprise each, int year, String grade) {
        return Row.about(each)
                .set("grade", grade + "级")
                .set("year", year)
                .set("assessedOn", LocalDate.of(year + 1, 4, 20))
                .set("authority", NATIONAL)
                // only grade A goes onto a list for everybody (纳税信用管理办法 第二十四条)
                .scope(grade.equals("A") ? Row.PUBLIC : Row.SHARED);
    }

    private static List<Row> taxpayers(City city, String open, String stopped, String irregular, String closed) {
        Dice dice = city.dice("taxpayers");
        List<Row> rows = new ArrayList<>();
        for (Enterprise each : city.pick(dice, TAXPAYERS)) {
            int place = dice.between(1, 100);
            String state = place < 88 ? open : place < 93 ? stopped : place < 97 ? irregular : closed;
            rows.add(Row.about(each)
                    .set("authority", "国家税务总局" + City.place(each) + "税务局")
                    .set("state", state)
                    .set("registeredOn", each.founded().plusDays(20))
                    .set(
                            "stateSince",
                            dice.day(each.founded().plusDays(20), city.day().minusDays(30)))
                    .scope(Row.SHARED));
        }
        return rows;
    }

    private static List<Row> arrears(City city, String topic, int count) {
        Dice dice = city.dice(topic);
        NegativeRows negative = new NegativeRows(city, topic, NATIONAL, "苏州税欠告〔%d〕" + topic.length() + "-%d号");
        List<Row> rows = new ArrayList<>();
        for (Enterprise each : dice.some(city.active(), count)) {
            String tax = dice.of("增值税", "企业所得税", "房产税", "城镇土地使用税");
            String balance = dice.yuan(20_000, 900_000);
            String facts = "截至公告日欠缴" + tax + balance + "元";
            Violation violation = new Violation(facts, "《中华人民共和国税收征收管理法》第四十五条第三款；《欠税公告办法（试行）》", "其他", 0, 0);
            Row row = negative.of(Row.about(each), List.of(violation));
            LocalDate announced = LocalDate.parse(row.get("decidedOn"));
            rows.add(row.set("kind", null)
                    .set("taxKind", tax)
                    .set("balance", balance)
                    .set("newArrears", dice.percent(40) ? dice.yuan(1_000, 20_000) : "")
                    .set("quarter", announced.getYear() + "年第" + (announced.getMonthValue() + 2) / 3 + "季度")
                    .set("result", "责令限期缴纳，逾期未缴的依法强制执行")
                    .set("severity", "一般")
                    .set("endsOn", announced.plusMonths(12).minusDays(1))
                    .set("legalRepresentative", each.representative())
                    .set("address", each.address()));
        }
        return rows;
    }

    private static List<Row> evasion(City city) {
        Dice dice = city.dice("TAX-EVASION");
        NegativeRows negative = new NegativeRows(city, "TAX-EVASION", NATIONAL + "稽查局", "苏州税稽处〔%d〕%d号");
        List<Row> rows = new ArrayList<>();
        for (Enterprise each : dice.some(city.active(), EVADING)) {
            int amount = dice.between(110, 900) * 10_000;
            boolean invoices = dice.percent(50);
            Violation violation = new Violation(
                    invoices
                            ? "虚开增值税专用发票" + dice.between(30, 260) + "份，税额合计" + amount + "元"
                            : "采取少列收入的手段进行虚假申报，少缴税款" + amount + "元",
                    invoices ? "《中华人民共和国发票管理办法》第三十五条" : "《中华人民共和国税收征收管理法》第六十三条第一款",
                    "罚款",
                    amount / 2,
                    amount);
            rows.add(negative.serious(Row.about(each), List.of(violation))
                    .set("kind", invoices ? "虚开增值税专用发票" : "偷税")
                    .set("fine", null)
                    .set("amount", amount)
                    .set("legalRepresentative", each.representative())
                    .set("address", each.address()));
        }
        negative.namePersons("TAX-EVASION", rows);
        Row.leaveScopeOpen(rows, 1);
        return rows;
    }
}
