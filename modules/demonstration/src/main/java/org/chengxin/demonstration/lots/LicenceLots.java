package org.chengxin.demonstration.lots;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.chengxin.demonstration.Enterprise;

/**
 * Administrative licences ({@code LIC-ADMIN}, D24): granted, changed and renewed under one number, so that three
 * decisions make one history; some ran out.
 */
final class LicenceLots implements LotSource {

    private static final String ITEM = "LIC-ADMIN";
    private static final int LICENSED = 170;
    private static final int YEARS = 5;

    /** A licence: certificate, prefix of its number, kind, what it allows, who grants it, and who may have one. */
    private record Licence(
            String title, String prefix, String kind, String content, String authority, Predicate<Enterprise> fits) {}

    private static final List<Licence> MARKET = List.of(
            new Licence("特种设备使用登记证", "TS", "登记", "叉车、起重机械、压力容器", "市场监督管理局", Products::makesAny),
            new Licence("食品经营许可证", "JY", "普通", "预包装食品销售、散装食品销售；热食类食品制售", "市场监督管理局", in("餐饮", "商贸", "茶叶", "百货")),
            new Licence("食品生产许可证", "SC", "普通", "糕点；糖果制品；调味品", "市场监督管理局", in("食品")),
            new Licence("第二类医疗器械经营备案凭证", "YX", "登记", "第二类医疗器械批发、零售", "市场监督管理局", in("商贸", "生物医药")));
    private static final List<Licence> ENVIRONMENT = List.of(
            new Licence("排污许可证", "PW", "普通", "大气污染物、水污染物按许可的排放口、浓度和总量排放", "生态环境局", Products::makesAny),
            new Licence("辐射安全许可证", "FS", "普通", "使用Ⅲ类射线装置", "生态环境局", in("金属制品", "精密机械", "汽车零部件", "电子科技")),
            new Licence("危险废物经营许可证", "JSSZ", "特许", "收集、贮存HW08、HW49类危险废物", "生态环境局", in("环保科技")));

    private static Predicate<Enterprise> in(String... trades) {
        return enterprise -> Stream.of(trades).anyMatch(enterprise.name()::contains);
    }

    @Override
    public List<Lot> lots(City city) {
        List<Row> market = histories(city, "market", MARKET);
        List<Row> environment = histories(city, "env", ENVIRONMENT);
        Row.leaveScopeOpen(market, 2);
        Row.leaveScopeOpen(environment, 2);
        int open = 8;
        return List.of(
                Lot.approved("market", ITEM, "licences-market", market.subList(open, market.size())),
                Lot.waiting("market", ITEM, "licences-waiting-market", market.subList(0, open)),
                Lot.approved("env", ITEM, "licences-env", environment.subList(open, environment.size())),
                Lot.returned("env", ITEM, "licences-returned-env", environment.subList(0, open)));
    }

    private static List<Row> histories(City city, String department, List<Licence> licences) {
        Dice dice = city.dice(ITEM + department);
        List<Row> rows = new ArrayList<>();
        int number = 0;
        List<Enterprise> holders = city.pick(dice, LICENSED);
        for (Enterprise holder : holders.subList(3, holders.size())) {
            List<Licence> fitting =
                    licences.stream().filter(each -> each.fits.test(holder)).toList();
            if (!fitting.isEmpty()) {
                history(city, dice, holder, dice.of(fitting), ++number, rows);
            }
        }
        // the showcases last, so that they are in the lot that is approved
        for (Enterprise holder : holders.subList(0, 3)) {
            history(city, dice, holder, licences.get(0), ++number, rows);
        }
        return rows;
    }

    private static void history(City city, Dice dice, Enterprise holder, Licence licence, int number, List<Row> rows) {
        String licenceNo = licence.prefix + holder.division() + String.format("%07d", 41 * number);
        // granted up to nine years ago: one that was not renewed has run out
        LocalDate granted = later(
                city.day().minusDays(dice.between(20, 3_200)), holder.founded().plusDays(60));
        if (granted.isAfter(city.day())) {
            return;
        }
        rows.add(row(holder, licence, licenceNo, "准予", granted, granted, 1));
        LocalDate changed = granted.plusDays(dice.between(200, 700));
        if (dice.percent(35) && changed.isBefore(city.day())) {
            rows.add(row(holder, licence, licenceNo, "变更", changed, granted, 2));
        }
        LocalDate renewed = granted.plusYears(YEARS).minusDays(dice.between(10, 40));
        if (dice.percent(70) && renewed.isBefore(city.day())) {
            rows.add(row(holder, licence, licenceNo, "延续", renewed, granted.plusYears(YEARS), 3));
        }
    }

    private static Row row(
            Enterprise holder,
            Licence licence,
            String licenceNo,
            String event,
            LocalDate decided,
            LocalDate from,
            int step) {
        boolean individual = holder.code().isIndividualBusiness();
        String place = City.place(holder);
        return Row.about(holder)
                .set("subjectCategory", individual ? "个体工商户" : "法人及非法人组织")
                .set("legalRepresentative", holder.representative())
                .set("documentTitle", event + "行政许可决定书")
                .set("documentNo", licenceNo + "-" + decided.getYear() + "-" + step)
                .set("kind", licence.kind)
                .set("event", event)
                .set("licenceTitle", licence.title)
                .set("licenceNo", licenceNo)
                .set("content", (event.equals("变更") ? "变更住所、负责人。" : "") + licence.content)
                .set("decidedOn", decided)
                .set("validFrom", event.equals("变更") ? decided : from)
                .set("validUntil", from.plusYears(YEARS).minusDays(1))
                .set("authority", place + licence.authority)
                .scope(Row.PUBLIC);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
