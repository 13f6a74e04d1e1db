package org.chengxin.demonstration;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.chengxin.kernel.code.UnifiedSocialCreditCode;

/**
 * Whoever is in the registry beside the enterprises of the city: government bodies and institutions (codes 11, 12),
 * associations and private non-enterprise units (51, 52), representative offices of foreign enterprises (C02), banks,
 * enterprises from outside of the region (C03); and strangers whom nobody registered.
 */
public final class FurtherSubjects {

    // far behind the serial numbers of the enterprises
    private static final long FIRST_SERIAL = 400_000_000L;
    private static final long STEP = 7_919L;
    private static final LocalDate EARLIEST = LocalDate.of(1999, 3, 1);
    private static final int DAYS = 8_000;
    private static final String CITY = "320508";
    private static final String OUTSIDE = "异地";

    private static final List<String> STREETS = List.of("东汀", "望溪", "锦塘", "南浜", "横泾桥", "柳港");
    private static final List<String> BODIES = List.of("街道办事处", "社区管理委员会");
    private static final List<String> INSTITUTIONS = List.of("实验小学", "社区卫生服务中心", "文化馆", "农业技术推广站");
    private static final List<String> ASSOCIATIONS = List.of("丝绸行业协会", "模具行业协会", "物流协会", "电子商务商会", "园林绿化协会");
    private static final List<String> UNITS = List.of("职业培训学校", "养老服务中心", "社会工作服务中心", "科技创新促进中心");
    private static final List<String> COUNTRIES = List.of("新加坡", "德国", "日本", "韩国", "法国", "意大利");
    private static final List<String> OFFICE_TRADES = List.of("精密机械", "光电技术", "化学品", "纺织机械", "汽车零部件", "检测技术");
    private static final List<String> BANK_KINDS = List.of("农村商业银行", "村镇银行", "商业银行");

    private record Outside(String code, String place, String inNames) {}

    private static final List<Outside> ELSEWHERE = List.of(
            new Outside("310115", "上海市浦东新区", "上海"),
            new Outside("310117", "上海市松江区", "上海"),
            new Outside("320211", "无锡市滨湖区", "无锡"),
            new Outside("330402", "嘉兴市南湖区", "嘉兴"),
            new Outside("340111", "合肥市包河区", "合肥"),
            new Outside("320115", "南京市江宁区", "南京"));

    private final Random random;
    private final List<Enterprise> banks = new ArrayList<>();
    private final List<Enterprise> others = new ArrayList<>();
    private final List<Enterprise> strangers = new ArrayList<>();
    private long serial = FIRST_SERIAL;

    /** @param seed decides everything */
    public FurtherSubjects(long seed) {
        random = new Random(seed + 1);
        for (int i = 0; i < STREETS.size(); i++) {
            String body = "苏州市" + STREETS.get(i) + BODIES.get(i % BODIES.size());
            add(others, "11", CITY, body, "机关法人", "苏州市姑苏区", "依法履行辖区公共管理和公共服务职责");
            String school = "苏州市" + STREETS.get(i) + INSTITUTIONS.get(i % INSTITUTIONS.size());
            add(others, "12", CITY, school, "事业单位法人", "苏州市姑苏区", "向社会提供公益服务");
        }
        ASSOCIATIONS.forEach(name -> add(others, "51", CITY, "苏州市" + name, "社会团体法人", "苏州市姑苏区", "行业调研、业务培训、咨询服务"));
        for (int i = 0; i < 3 * UNITS.size(); i++) {
            String name = "苏州市" + sign() + UNITS.get(i % UNITS.size());
            add(others, "52", CITY, name, "民办非企业单位法人", "苏州市姑苏区", "按照登记的业务范围提供社会服务");
        }
        for (int i = 0; i < COUNTRIES.size(); i++) {
            String name = COUNTRIES.get(i) + sign() + OFFICE_TRADES.get(i) + "有限公司苏州代表处";
            add(others, "91", CITY, name, "外国（地区）企业常驻代表机构", "苏州市姑苏区", "从事与隶属企业有关的非营利性业务活动");
        }
        for (int i = 0; i < 2 * ELSEWHERE.size(); i++) {
            Outside place = ELSEWHERE.get(i % ELSEWHERE.size());
            add(others, "91", place.code, place.inNames + sign() + trade(), "有限责任公司", place.place, OUTSIDE);
        }
        for (int i = 0; i < 12; i++) {
            String kind = BANK_KINDS.get(i % BANK_KINDS.size());
            add(banks, "91", CITY, "苏州" + sign() + kind + "股份有限公司", "股份有限公司", "苏州市姑苏区", "吸收公众存款；发放贷款；办理国内外结算");
        }
        for (int i = 0; i < 3 * ELSEWHERE.size(); i++) {
            Outside place = ELSEWHERE.get(i % ELSEWHERE.size());
            add(strangers, "91", place.code, place.inNames + sign() + trade(), "有限责任公司", place.place, OUTSIDE);
        }
    }

    /** @return invented banks of the city. */
    public List<Enterprise> banks() {
        return List.copyOf(banks);
    }

    /** @return organisations that are no enterprises, representative offices, enterprises of other regions. */
    public List<Enterprise> others() {
        return List.copyOf(others);
    }

    /** @return enterprises of other regions that nobody registered here. */
    public List<Enterprise> strangers() {
        return List.copyOf(strangers);
    }

    private void add(
            List<Enterprise> to,
            String prefix,
            String division,
            String name,
            String type,
            String place,
            String businessScope) {
        boolean company = type.endsWith("公司");
        BigDecimal capital = company
                ? BigDecimal.valueOf(name.contains("银行") ? 60_000 : 500L * (1 + random.nextInt(6)))
                : BigDecimal.ZERO;
        to.add(new Enterprise(
                name,
                "",
                UnifiedSocialCreditCode.generate(prefix, division, serial),
                "",
                type,
                capital,
                capital,
                person(),
                place + street(businessScope) + (1 + random.nextInt(600)) + "号",
                EARLIEST.plusDays(random.nextInt(DAYS)),
                "长期",
                businessScope.equals(OUTSIDE) ? "建筑工程施工；机电设备安装、维修；建筑材料的销售" : businessScope,
                authority(prefix, place),
                prefix.equals("91") ? "存续" : "",
                division));
        serial += STEP;
    }

    private static String authority(String prefix, String place) {
        return switch (prefix) {
            case "11", "12" -> "苏州市机构编制委员会办公室";
            case "51", "52" -> "苏州市民政局";
            default -> place + "市场监督管理局";
        };
    }

    private String street(String businessScope) {
        List<String> streets = businessScope.equals(OUTSIDE)
                ? List.of("创业路", "建设路", "科苑路", "迎宾路", "兴业路")
                : CityWords.DIVISIONS.get(0).streets();
        return streets.get(random.nextInt(5));
    }

    private String trade() {
        return List.of("建设工程", "机电安装工程", "环境工程", "交通设施工程").get(random.nextInt(4)) + "有限公司";
    }

    private String sign() {
        return "" + letter(CityWords.FIRST_SYLLABLES) + letter(CityWords.SECOND_SYLLABLES);
    }

    private String person() {
        return "" + letter(CityWords.SURNAMES) + letter(CityWords.GIVEN) + letter(CityWords.GIVEN);
    }

    private char letter(String letters) {
        return letters.charAt(random.nextInt(letters.length()));
    }
}
