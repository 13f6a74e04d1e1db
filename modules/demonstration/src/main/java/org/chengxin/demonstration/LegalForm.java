package org.chengxin.demonstration;

import java.util.Set;
import org.chengxin.demonstration.CityWords.Trade;

/** Kinds of enterprises with their share in the city and the first two characters of their codes (GB 32100). */
enum LegalForm {
    LIMITED("91", "有限责任公司", "有限公司", true, 78),
    STOCK("91", "股份有限公司", "股份有限公司", true, 5),
    SOLE("91", "个人独资企业", "厂", false, 6),
    COOPERATIVE("93", "农民专业合作社", "专业合作社", true, 3),
    INDIVIDUAL("92", "个体工商户", "经营部", false, 8);

    // 厂 is the name of a works
    private static final Set<String> MANUFACTURING =
            Set.of("精密机械", "纺织", "丝绸", "化工", "金属制品", "塑胶制品", "食品", "包装材料", "汽车零部件", "印染", "模具");

    private final String codePrefix;
    private final String title;
    private final String ending;
    private final boolean hasCapital;
    private final int share;

    LegalForm(String codePrefix, String title, String ending, boolean hasCapital, int share) {
        this.codePrefix = codePrefix;
        this.title = title;
        this.ending = ending;
        this.hasCapital = hasCapital;
        this.share = share;
    }

    /** @return the form that a number from 0 to 99 falls upon, by the shares. */
    static LegalForm byShare(int percent) {
        int reached = 0;
        for (LegalForm form : values()) {
            reached += form.share;
            if (percent < reached) {
                return form;
            }
        }
        return LIMITED;
    }

    /** @return the trade itself, or what a cooperative or a small shop does in its place: they build no machines. */
    Trade tradeLike(Trade trade) {
        int place = CityWords.TRADES.indexOf(trade);
        return switch (this) {
            case COOPERATIVE -> CityWords.FARMING.get(place % CityWords.FARMING.size());
            case INDIVIDUAL -> CityWords.SHOPS.get(place % CityWords.SHOPS.size());
            case SOLE -> MANUFACTURING.contains(trade.word()) ? trade : CityWords.TRADES.get(place % 2 * 2);
            default -> trade;
        };
    }

    String codePrefix() {
        return codePrefix;
    }

    String title() {
        return title;
    }

    String ending() {
        return ending;
    }

    boolean hasCapital() {
        return hasCapital;
    }
}
