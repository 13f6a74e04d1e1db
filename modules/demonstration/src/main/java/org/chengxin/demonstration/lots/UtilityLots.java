package org.chengxin.demonstration.lots;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.chengxin.demonstration.Enterprise;

/** Monthly payments for water and gas (D10) and power (D11): series by account and month, some in arrears. */
final class UtilityLots implements LotSource {

    private record Utility(String department, String item, String quantity, String unitPrice, String prefix) {}

    private static final Utility WATER = new Utility("water", "UTIL-WATER", "volume", "4.12", "WS");
    private static final Utility GAS = new Utility("gas", "UTIL-GAS", "volume", "3.95", "RQ");
    private static final Utility POWER = new Utility("power", "UTIL-POWER", "energy", "0.71", "3201");

    @Override
    public List<Lot> lots(City city) {
        List<Lot> lots = new ArrayList<>();
        lots.addAll(of(city, WATER, 100, 12));
        lots.addAll(of(city, GAS, 40, 4));
        lots.addAll(of(city, POWER, 60, 6));
        return lots;
    }

    /** All months but the last are through; the last waits for its reviewer. */
    private static List<Lot> of(City city, Utility utility, int accounts, int months) {
        Dice dice = city.dice(utility.item);
        List<Row> through = new ArrayList<>();
        List<Row> last = new ArrayList<>();
        List<YearMonth> all = city.lastMonths(months + 1);
        int account = 0;
        for (Enterprise each : city.pick(dice, accounts)) {
            account++;
            int usual = dice.between(40, 4_000);
            int unpaidFrom = dice.percent(8) ? dice.between(0, months) : months + 1;
            for (int i = 0; i <= months; i++) {
                String accountNo = utility.prefix + each.division().substring(2) + String.format("%06d", 17 * account);
                int used = usual * dice.between(80, 125) / 100;
                Row row = month(city.day(), dice, each, utility, all.get(i), accountNo, used, i >= unpaidFrom);
                (i < months ? through : last).add(row);
            }
        }
        Row.leaveScopeOpen(through, 2);
        return List.of(
                Lot.approved(utility.department, utility.item, "months-" + utility.department, through),
                Lot.waiting(utility.department, utility.item, "month-waiting-" + utility.department, last));
    }

    private static Row month(
            LocalDate today,
            Dice dice,
            Enterprise each,
            Utility utility,
            YearMonth month,
            String accountNo,
            int used,
            boolean unpaid) {
        BigDecimal due = new BigDecimal(utility.unitPrice).multiply(BigDecimal.valueOf(used));
        boolean partly = unpaid && dice.percent(30);
        BigDecimal paid = !unpaid ? due : partly ? due.divideToIntegralValue(BigDecimal.valueOf(2)) : BigDecimal.ZERO;
        LocalDate paidOn = month.plusMonths(1).atDay(dice.between(1, 20));
        paidOn = paidOn.isAfter(today) ? today : paidOn;
        return Row.about(each)
                .set("accountNo", accountNo)
                .set("month", month)
                .set(utility.quantity, used)
                .set("due", due.toPlainString())
                .set("paid", paid.toPlainString())
                .set("arrears", unpaid ? due.subtract(paid).toPlainString() : "")
                .set("paidOn", unpaid && !partly ? "" : paidOn)
                .set("status", !unpaid ? "已缴清" : partly ? "部分缴纳" : "欠费")
                .scope(Row.SHARED);
    }
}
