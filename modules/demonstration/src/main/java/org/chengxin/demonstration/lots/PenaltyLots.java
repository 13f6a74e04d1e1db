package org.chengxin.demonstration.lots;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.chengxin.demonstration.Enterprise;

/** Administrative penalties in the form of 双公示 ({@code PEN-ADMIN}) by the departments that supply them. */
final class PenaltyLots implements LotSource {

    private static final String ITEM = "PEN-ADMIN";
    private static final int COMPANIES = 70;
    private static final int OPEN = 9;
    private static final String HISTORIC_APPROVAL = "苏信用办〔2026〕7号";
    private static final List<Integer> DAYS_LEFT = List.of(0, 0, 1, 1, 1, 3, 7, 7, 14, 30, 30);

    @Override
    public List<Lot> lots(City city) {
        List<Lot> lots = new ArrayList<>();
        lots.addAll(of(city, "market", "苏州市市场监督管理局", "苏市监处罚〔%d〕01-%04d号", Violation.MARKET));
        lots.addAll(of(city, "tax", "国家税务总局苏州市税务局稽查局", "苏州税稽罚〔%d〕%d号", Violation.TAX));
        lots.addAll(of(city, "labour", "苏州市人力资源和社会保障局", "苏人社察罚字〔%d〕%03d号", Violation.LABOUR));
        lots.add(waste(city));
        lots.addAll(banks(city));
        lots.add(ending(city));
        lots.add(ended(city));
        return lots;
    }

    private static List<Lot> of(
            City city, String department, String authority, String documents, List<Violation> violations) {
        String topic = ITEM + " " + department;
        Dice dice = city.dice(topic);
        NegativeRows negative = new NegativeRows(city, topic, authority, documents);
        List<Row> rows = new ArrayList<>();
        city.showcases().forEach(each -> rows.add(negative.serious(about(each), violations)));
        for (Enterprise each : dice.some(city.active(), COMPANIES)) {
            rows.add(negative.of(about(each), violations));
        }
        city.others().stream()
                .filter(each ->
                        each.code().value().startsWith("5") || each.type().contains("代表"))
                .limit(4)
                .forEach(each -> rows.add(negative.of(about(each), violations)));
        oldNumberInsteadOfCode(rows, city);
        // somebody who is not registered yet, and one from elsewhere: both wait in the centre's queue
        rows.add(negative.of(about(dice.of(city.newcomers())), violations));
        rows.add(negative.of(byName(dice.of(city.strangers()).name()), violations));
        negative.namePersons(ITEM, rows);
        Row.leaveScopeOpen(rows, 3);
        Row.leaveOpen(rows, "severity", 2);
        List<Row> waiting = new ArrayList<>();
        for (Enterprise each : dice.some(city.active(), OPEN)) {
            waiting.add(negative.of(about(each), violations));
        }
        waiting.add(negative.of(about(dice.of(city.newcomers())), violations));
        waiting.add(negative.of(byName(dice.of(city.strangers()).name()), violations));
        Row.leaveScopeOpen(waiting, 2);
        return List.of(
                Lot.approved(department, ITEM, "penalties-" + department, money(rows)),
                Lot.waiting(department, ITEM, "penalties-waiting-" + department, money(waiting)));
    }

    /** Before 2015 a decision gave the registration number: so do some rows still. */
    private static void oldNumberInsteadOfCode(List<Row> rows, City city) {
        for (Row row : rows) {
            city.enterprises().stream()
                    .filter(each -> each.name().equals(row.get("subjectName"))
                            && each.registrationNumber().endsWith("3"))
                    .findFirst()
                    .ifPresent(each -> row.set("subjectCode", null).set("registrationNo", each.registrationNumber()));
        }
    }

    private static Lot waste(City city) {
        NegativeRows negative = new NegativeRows(city, "waste", "苏州市生态环境综合行政执法局", "苏环罚决字〔%d〕第%03d号");
        List<Violation> violations = List.of(
                new Violation("将一般工业固体废物委托给没有资格的单位处置", "《中华人民共和国固体废物污染环境防治法》第一百零二条第一款第六项", "罚款", 100_000, 300_000),
                new Violation("未按规定建立危险废物管理台账", "《中华人民共和国固体废物污染环境防治法》第一百一十二条第一款第十三项", "罚款", 100_000, 150_000));
        List<Row> rows = new ArrayList<>();
        for (Enterprise each : city.dice("waste").some(city.industrial(), 30)) {
            rows.add(negative.of(about(each), violations));
        }
        return Lot.approved("env", ITEM, "waste", money(rows));
    }

    /** The banking supervisor names banks and gives no code; some are branches that nobody registered. */
    private static List<Lot> banks(City city) {
        NegativeRows negative = new NegativeRows(city, "banks", "国家金融监督管理总局苏州监管分局", "苏州金监罚决字〔%d〕%d号");
        Dice dice = city.dice("branches");
        List<Row> rows = new ArrayList<>();
        for (Enterprise bank : city.banks()) {
            for (int i = dice.between(1, 3); i > 0; i--) {
                rows.add(negative.of(byName(bank.name()), Violation.BANK));
            }
        }
        for (String place : List.of("昆山", "常熟", "吴江", "张家港", "太仓")) {
            rows.add(negative.of(byName(dice.of(city.banks()).name() + place + "支行"), Violation.BANK));
        }
        negative.namePersons(ITEM, rows);
        Row.leaveScopeOpen(rows, 3);
        Row.leaveOpen(rows, "severity", 2);
        List<Row> waiting = new ArrayList<>();
        for (Enterprise bank : dice.some(city.banks(), 5)) {
            waiting.add(negative.of(byName(bank.name()), Violation.BANK));
        }
        waiting.add(negative.of(byName(city.banks().get(0).name() + "昆山支行"), Violation.BANK));
        waiting.add(negative.of(byName(city.banks().get(1).name() + "。"), Violation.BANK));
        return List.of(
                Lot.approved("bank", ITEM, "penalties-bank", money(rows)),
                Lot.waiting("bank", ITEM, "penalties-waiting-bank", money(waiting)));
    }

    /** Shown until today, tomorrow, in a week, in a month: to watch them go. */
    private static Lot ending(City city) {
        NegativeRows negative = new NegativeRows(city, "ending", "苏州市市场监督管理局", "苏市监处罚〔%d〕02-%04d号");
        List<Enterprise> subjects = city.pick(city.dice("ending"), DAYS_LEFT.size());
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < DAYS_LEFT.size(); i++) {
            LocalDate ends = city.day().plusDays(DAYS_LEFT.get(i));
            rows.add(negative.endingOn(about(subjects.get(i)), Violation.MARKET, ends)
                    .scope(Row.PUBLIC));
        }
        return Lot.approved("market", ITEM, "ending", money(rows));
    }

    /** Decisions of years ago and periods that ended yesterday: kept, and shown to nobody. */
    private static Lot ended(City city) {
        NegativeRows negative = new NegativeRows(city, "ended", "苏州市工商行政管理局", "苏工商案〔%d〕%05d号");
        List<Enterprise> subjects = city.enterprises().stream()
                .filter(each -> each.founded().isBefore(city.day().minusYears(12)))
                .toList();
        List<Row> rows = new ArrayList<>();
        Dice dice = city.dice("ended");
        for (Enterprise each : dice.some(subjects, 30)) {
            LocalDate ends = city.day().minusYears(dice.between(5, 10)).minusDays(dice.between(0, 300));
            rows.add(negative.endingOn(about(each), Violation.MARKET, ends).scope(Row.PUBLIC));
        }
        for (Enterprise each : dice.some(subjects, 4)) {
            rows.add(negative.endingOn(about(each), Violation.MARKET, city.day().minusDays(1))
                    .scope(Row.PUBLIC));
        }
        return Lot.historic(
                "market",
                ITEM,
                "ended",
                HISTORIC_APPROVAL.replace("2026", "" + city.day().getYear()),
                money(rows));
    }

    private static Row about(Enterprise enterprise) {
        boolean individual = enterprise.code().isIndividualBusiness();
        return Row.about(enterprise)
                .set("subjectCategory", individual ? "个体工商户" : "法人及非法人组织")
                .set("legalRepresentative", enterprise.representative());
    }

    private static Row byName(String name) {
        return Row.named(name).set("subjectCategory", "法人及非法人组织");
    }

    /** The form has a field of its own for fines in yuan. */
    private static List<Row> money(List<Row> rows) {
        for (Row row : rows) {
            String yuan = row.get("fine");
            row.set("fine", null).set("fineYuan", yuan);
        }
        return rows;
    }
}
