package org.chengxin.demonstration.lots;

import java.util.Map;
import java.util.TreeMap;
import org.chengxin.demonstration.Enterprise;

/** What an industrial enterprise makes, by the trade in its name: so that a trader holds no patent for a mould. */
final class Products {

    private static final Map<String, String> BY_TRADE = new TreeMap<>(Map.ofEntries(
            Map.entry("精密机械", "精密轴承"),
            Map.entry("电子科技", "印制电路板"),
            Map.entry("纺织", "纺织纱线"),
            Map.entry("丝绸", "丝绸面料"),
            Map.entry("环保科技", "废气净化塔"),
            Map.entry("化工", "水性涂料"),
            Map.entry("金属制品", "金属紧固件"),
            Map.entry("塑胶制品", "塑料包装件"),
            Map.entry("生物医药", "医药中间体"),
            Map.entry("包装材料", "复合包装膜"),
            Map.entry("光电", "光电传感器"),
            Map.entry("汽车零部件", "汽车连接件"),
            Map.entry("新材料", "高分子复合材料"),
            Map.entry("自动化设备", "装配机械手"),
            Map.entry("印染", "染色面料"),
            Map.entry("模具", "注塑模具")));

    private Products() {}

    /** @return its product; empty text for an enterprise that makes none. */
    static String of(Enterprise enterprise) {
        return BY_TRADE.entrySet().stream()
                .filter(entry -> enterprise.name().contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    static boolean makesAny(Enterprise enterprise) {
        return !of(enterprise).isEmpty();
    }
}
