package org.chengxin.demonstration.lots;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.chengxin.demonstration.CitizenNumbers;
import org.chengxin.demonstration.Enterprise;

/** Enforcement cases of the courts ({@code COURT-EXEC}, D15), some with the old organisation code only. */
final class CourtLots implements LotSource {

    private static final String ITEM = "COURT-EXEC";
    private static final int CASES = 140;
    private static final int WAITING = 10;
    private static final int ORGANISATION_CODE_FROM = 8;
    private static final int ORGANISATION_CODE_TO = 17;

    @Override
    public List<Lot> lots(City city) {
        Dice dice = city.dice(ITEM);
        List<Row> rows = new ArrayList<>();
        int number = 1_000;
        for (Enterprise each : city.pick(dice, CASES)) {
            rows.add(execution(city, dice, each, number += dice.between(1, 9)));
        }
        Row.leaveScopeOpen(rows, 4);
        List<Row> waiting = new ArrayList<>();
        for (Enterprise each : dice.some(city.active(), WAITING)) {
            waiting.add(execution(city, dice, each, number += dice.between(1, 9)));
        }
        waiting.add(execution(city, dice, city.strangers().get(3), number + 11));
        return List.of(
                Lot.approved("court", ITEM, "cases", rows), Lot.waiting("court", ITEM, "cases-waiting", waiting));
    }

    private static Row execution(City city, Dice dice, Enterprise each, int number) {
        LocalDate closed = city.day().minusDays(dice.between(4, 330));
        String closing = dice.of("执行完毕", "执行完毕", "终结本次执行程序", "终结本次执行程序", "终结执行", "不予执行");
        String result =
                switch (closing) {
                    case "执行完毕" -> "被执行人已履行全部义务";
                    case "终结本次执行程序" -> "未发现可供执行的财产，全部或者部分未履行";
                    case "终结执行" -> "申请执行人撤销申请";
                    default -> "裁定不予执行仲裁裁决";
                };
        Row row = Row.about(each)
                .set("legalRepresentative", each.representative())
                .set("caseNo", "（" + closed.getYear() + "）" + courtSign(each) + "执" + number + "号")
                .set("cause", dice.of("买卖合同纠纷", "金融借款合同纠纷", "劳动争议", "建设工程施工合同纠纷", "承揽合同纠纷", "租赁合同纠纷"))
                .set("amount", dice.yuan(8_000, 3_000_000))
                .set("result", result)
                .set("closedBy", closing)
                .set("closedOn", closed)
                .set("authority", court(each))
                .scope(dice.percent(75) ? Row.SHARED : Row.PUBLIC);
        if (dice.percent(30)) {
            LocalDate born = dice.day(LocalDate.of(1958, 1, 1), LocalDate.of(1994, 12, 31));
            row.set("personId", CitizenNumbers.number("320502", born, dice.between(1, 899)));
        }
        if (dice.percent(12)) {
            String code = each.code().value();
            row.set("subjectCode", null)
                    .set("organisationCode", code.substring(ORGANISATION_CODE_FROM, ORGANISATION_CODE_TO));
        }
        return row;
    }

    private static String court(Enterprise each) {
        return City.place(each) + "人民法院";
    }

    // short signs of the courts as in numbers of cases
    private static String courtSign(Enterprise each) {
        return "苏" + each.division().substring(2);
    }
}
