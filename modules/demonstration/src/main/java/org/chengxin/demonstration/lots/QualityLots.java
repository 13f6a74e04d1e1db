package org.chengxin.demonstration.lots;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.chengxin.demonstration.Enterprise;

/** Quality and technical supervision: organisation codes, their reviews, licences (D12) and penalties (D13). */
final class QualityLots implements LotSource {

    private static final String AUTHORITY = "苏州市市场监督管理局";
    private static final int CODES = 60;
    private static final int ORGANISATION_CODE_FROM = 8;
    private static final int ORGANISATION_CODE_TO = 17;

    @Override
    public List<Lot> lots(City city) {
        List<Row> licences = licences(city, "QUALITY-LICENCE", 60);
        Row.leaveScopeOpen(licences, 2);
        return List.of(
                Lot.approved("quality", "ORG-CODE", "organisation-codes", codes(city)),
                Lot.approved("quality", "ORG-REVIEW", "organisation-reviews", reviews(city)),
                Lot.approved("quality", "QUALITY-LICENCE", "quality-licences", licences),
                Lot.waiting("quality", "QUALITY-LICENCE", "quality-waiting", licences(city, "quality, waiting", 8)),
                Lot.approved("quality", "QUALITY-PENALTY", "quality-penalties", penalties(city)));
    }

    private static Row about(Enterprise each) {
        return Row.named(each.name()).set("subjectCode", organisationCode(each));
    }

    private static String organisationCode(Enterprise each) {
        return each.code().value().substring(ORGANISATION_CODE_FROM, ORGANISATION_CODE_TO);
    }

    private static List<Row> codes(City city) {
        Dice dice = city.dice("ORG-CODE");
        List<Row> rows = new ArrayList<>();
        for (Enterprise each : city.pick(dice, CODES)) {
            LocalDate issued = city.day().minusDays(dice.between(100, 1_600));
            rows.add(about(each)
                    .set("unifiedCode", each.code().value())
                    .set("issuedOn", issued)
                    .set("validUntil", issued.plusYears(4).minusDays(1))
                    .set("authority", AUTHORITY)
                    .set("address", each.address())
                    .scope(Row.PUBLIC));
        }
        return rows;
    }

    private static List<Row> reviews(City city) {
        Dice dice = city.dice("ORG-CODE");
        List<Row> rows = new ArrayList<>();
        for (Enterprise each : city.pick(dice, CODES)) {
            for (int year = city.day().getYear() - 2; year < city.day().getYear(); year++) {
                rows.add(about(each)
                        .set("year", year)
                        .set("result", dice.percent(95) ? "通过" : "未参加")
                        .set("decidedOn", LocalDate.of(year, 5, dice.between(1, 28)))
                        .set("authority", AUTHORITY)
                        .scope(Row.PUBLIC));
            }
        }
        return rows;
    }

    private static List<Row> licences(City city, String topic, int count) {
        Dice dice = city.dice(topic);
        List<Row> rows = new ArrayList<>();
        int number = topic.length() * 100;
        for (Enterprise each : city.pickIndustrial(dice, count)) {
            String kind = dice.of("工业产品生产许可证", "强制性产品认证", "质量管理体系认证", "环境管理体系认证");
            LocalDate issued = city.day().minusDays(dice.between(30, 1_300));
            rows.add(Row.about(each)
                    .set("kind", kind)
                    .set("certificateNo", "Q" + issued.getYear() + "0512" + String.format("%05d", ++number))
                    .set("product", Products.of(each))
                    .set("standard", kind.startsWith("质量管理") ? "GB/T 19001-2016" : "")
                    .set("decidedOn", issued)
                    .set(
                            "validUntil",
                            issued.plusYears(kind.endsWith("认证") ? 3 : 5).minusDays(1))
                    .set("authority", kind.endsWith("管理体系认证") ? "江苏正衡认证有限公司" : AUTHORITY)
                    .scope(Row.PUBLIC));
        }
        return rows;
    }

    private static List<Row> penalties(City city) {
        String item = "QUALITY-PENALTY";
        NegativeRows negative = new NegativeRows(city, item, AUTHORITY, "苏质监罚字〔%d〕%03d号");
        List<Row> rows = negative.of(city.dice(item).some(city.industrial(), 35), Violation.QUALITY);
        negative.namePersons(item, rows);
        Row.leaveScopeOpen(rows, 2);
        Row.leaveOpen(rows, "severity", 1);
        return rows;
    }
}
