package org.chengxin.demonstration.lots;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.chengxin.demonstration.CitizenNumbers;
import org.chengxin.demonstration.Enterprise;

/** Cases under investigation ({@code CASE-INVESTIGATION}, D16): never for the public. */
final class PoliceLots implements LotSource {

    private static final String ITEM = "CASE-INVESTIGATION";
    private static final String AUTHORITY = "苏州市公安局";

    @Override
    public List<Lot> lots(City city) {
        List<Row> rows = cases(city, ITEM, 24);
        Row.leaveScopeOpen(rows, 2);
        return List.of(
                Lot.approved("police", ITEM, "investigations", rows),
                Lot.waiting("police", ITEM, "investigations-waiting", cases(city, "investigations, waiting", 5)));
    }

    private static List<Row> cases(City city, String topic, int count) {
        Dice dice = city.dice(topic);
        List<Row> rows = new ArrayList<>();
        int number = topic.length() * 100;
        for (Enterprise each : dice.some(city.active(), count)) {
            LocalDate filed = city.day().minusDays(dice.between(15, 400));
            LocalDate born = dice.day(LocalDate.of(1960, 1, 1), LocalDate.of(1992, 12, 31));
            rows.add(Row.about(each)
                    .set("legalRepresentative", each.representative())
                    .set("representativeId", CitizenNumbers.number("320504", born, dice.between(1, 899)))
                    .set("address", each.address())
                    .set("kind", dice.of("合同诈骗", "涉税犯罪", "侵犯知识产权", "职务侵占", "拒不支付劳动报酬", "生产销售伪劣商品"))
                    .set("caseNo", "苏公（经）立字〔" + filed.getYear() + "〕" + ++number + "号")
                    .set("filedOn", filed)
                    .set("authority", AUTHORITY)
                    .set("progress", dice.of("正在侦查", "正在侦查", "移送审查起诉", "撤销案件"))
                    .scope(Row.SHARED));
        }
        return rows;
    }
}
