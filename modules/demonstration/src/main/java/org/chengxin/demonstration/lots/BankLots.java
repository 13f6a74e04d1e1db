package org.chengxin.demonstration.lots;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.chengxin.demonstration.Enterprise;

/**
 * What only those authorised see: loans and the other ten kinds of bank business ({@code BANK-LOAN}, D14), demands for
 * finance and ratings by third parties (D22).
 */
final class BankLots implements LotSource {

    private static final int BORROWERS = 170;
    private static final int DEMANDS = 40;
    private static final List<String> BUSINESS =
            List.of("贷款", "贷款", "贷款", "贷款", "保理", "贸易融资", "信用证", "保函", "银行承兑汇票", "公开授信", "担保", "垫款", "欠息", "资产剥离保全");

    @Override
    public List<Lot> lots(City city) {
        List<Row> loans = loans(city, "BANK-LOAN", BORROWERS);
        Row.leaveScopeOpen(loans, 2);
        return List.of(
                Lot.approved("bank", "BANK-LOAN", "loans", loans),
                Lot.waiting("bank", "BANK-LOAN", "loans-waiting", loans(city, "BANK-LOAN, waiting", 12)),
                Lot.approved("trade", "FINANCE-DEMAND", "demands", demands(city, "FINANCE-DEMAND", DEMANDS)),
                Lot.waiting("trade", "FINANCE-DEMAND", "demands-waiting", demands(city, "FINANCE-DEMAND, waiting", 7)),
                Lot.approved("pbc", "RATING-THIRD-PARTY", "ratings", ratings(city, "RATING-THIRD-PARTY", 50)),
                Lot.waiting("pbc", "RATING-THIRD-PARTY", "ratings-waiting", ratings(city, "RATING, waiting", 6)));
    }

    private static List<Row> loans(City city, String topic, int count) {
        Dice dice = city.dice(topic);
        List<Row> rows = new ArrayList<>();
        int number = topic.length() * 10_000;
        for (Enterprise each : city.pickCompanies(dice, count)) {
            for (int i = dice.between(1, 2); i > 0; i--) {
                String business = dice.of(BUSINESS);
                LocalDate lent = city.day().minusDays(dice.between(10, 900));
                int amount = dice.between(5, 300) * 10_000;
                boolean overdue = dice.percent(8) && lent.isBefore(city.day().minusDays(200));
                rows.add(Row.about(each)
                        .set("business", business)
                        .set("contractNo", "SZ" + lent.getYear() + String.format("%07d", number += 7))
                        .set("bank", dice.of(city.banks()).name())
                        .set("amount", amount)
                        .set("balance", amount / 100 * dice.between(0, 100))
                        .set("overdue", overdue ? dice.yuan(500, 30_000) : "")
                        .set("lentOn", lent)
                        .set("dueOn", lent.plusYears(dice.between(1, 3)))
                        .set("class", overdue ? dice.of("关注", "次级", "可疑") : "正常")
                        .scope(Row.AUTHORISED));
            }
        }
        return rows;
    }

    private static List<Row> demands(City city, String topic, int count) {
        Dice dice = city.dice(topic);
        List<Row> rows = new ArrayList<>();
        int number = topic.length() * 100;
        for (Enterprise each : city.pickCompanies(dice, count)) {
            LocalDate asked = city.day().minusDays(dice.between(3, 150));
            rows.add(Row.about(each)
                    .set("demandNo", "RZ" + asked.getYear() + "-" + ++number)
                    .set("amount", dice.between(5, 200) * 10)
                    .set("purpose", dice.of("购买原材料", "更新生产设备", "扩建厂房", "研发投入", "补充流动资金"))
                    .set("term", dice.of(6, 12, 24, 36))
                    .set("security", dice.of("抵押", "质押", "保证", "信用"))
                    .set("decidedOn", asked)
                    .scope(Row.AUTHORISED));
        }
        Row.leaveScopeOpen(rows, 1);
        return rows;
    }

    private static List<Row> ratings(City city, String topic, int count) {
        Dice dice = city.dice(topic);
        List<Row> rows = new ArrayList<>();
        int number = topic.length() * 100;
        for (Enterprise each : city.pickCompanies(dice, count)) {
            LocalDate rated = city.day().minusDays(dice.between(5, 330));
            rows.add(Row.about(each)
                    .set("agency", dice.of("苏州远信资信评估有限公司", "江苏正衡征信有限公司", "长三角诚评信用管理有限公司"))
                    .set("model", "企业综合评价 " + dice.of("3.1", "3.2", "4.0"))
                    .set("grade", dice.of("AAA", "AA", "AA", "A", "A", "A", "BBB", "BB"))
                    .set("decidedOn", rated)
                    .set("validUntil", rated.plusYears(1).minusDays(1))
                    .set("reportNo", "PJ" + rated.getYear() + String.format("%05d", ++number))
                    .scope(Row.AUTHORISED));
        }
        Row.leaveScopeOpen(rows, 1);
        return rows;
    }
}
