package org.chengxin.demonstration.lots;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.chengxin.demonstration.Enterprise;
import org.chengxin.demonstration.PatentNumbers;

/**
 * Good conduct and its opposite in science: honours ({@code HONOUR}, D05), enterprises and centres (D18), patents and
 * their awards (D19), projects in default and infringements (D20).
 */
final class ScienceLots implements LotSource {

    private static final String AUTHORITY = "苏州市科学技术局";
    private static final List<String> INVENTIONS =
            List.of("一种%s的加工方法", "一种用于%s的自动检测装置", "%s及其制备方法", "一种%s表面处理工艺", "%s生产线的控制系统及控制方法", "一种高强度%s");

    private record Honour(String kind, String title, String level, String authority, int years) {}

    private static final List<Honour> MARKET_HONOURS = List.of(
            new Honour("守合同重信用", "守合同重信用企业", "市级", "苏州市市场监督管理局", 3),
            new Honour("守合同重信用", "江苏省守合同重信用企业", "省级", "江苏省市场监督管理局", 3),
            new Honour("消费者信得过单位", "放心消费示范单位", "市级", "苏州市市场监督管理局", 2),
            new Honour("驰名商标", "苏州市知名商标", "市级", "苏州市市场监督管理局", 3));
    private static final List<Honour> SCIENCE_HONOURS = List.of(
            new Honour("科技型企业", "苏州市科技创新先进企业", "市级", AUTHORITY, 2),
            new Honour("高新技术企业", "江苏省科技进步奖", "省级", "江苏省科学技术厅", 0),
            new Honour("其他", "苏州市科学技术奖", "市级", "苏州市人民政府", 0));

    @Override
    public List<Lot> lots(City city) {
        List<Row> market = honours(city, "market", MARKET_HONOURS, 100);
        List<Row> science = honours(city, "science", SCIENCE_HONOURS, 50);
        Row.leaveScopeOpen(science, 2);
        return List.of(
                Lot.approved("market", "HONOUR", "honours-market", market),
                Lot.approved("science", "HONOUR", "honours-science", science),
                Lot.waiting("science", "HONOUR", "honours-waiting", honours(city, "waiting", SCIENCE_HONOURS, 9)),
                Lot.approved("science", "TECH-ENTERPRISE", "tech-enterprises", enterprises(city)),
                Lot.approved("science", "TECH-CENTRE", "tech-centres", centres(city)),
                Lot.approved("science", "PATENT", "patents", patents(city)),
                Lot.approved("science", "PATENT-AWARD", "patent-awards", awards(city)),
                Lot.approved("science", "RESEARCH-DEFAULT", "research-defaults", defaults(city)),
                Lot.approved("science", "PATENT-INFRINGEMENT", "patent-infringements", infringements(city)));
    }

    private static List<Row> honours(City city, String topic, List<Honour> honours, int count) {
        Dice dice = city.dice("HONOUR " + topic);
        List<Row> rows = new ArrayList<>();
        for (Enterprise each : picked(city, dice, topic, count)) {
            Honour honour = dice.of(honours);
            LocalDate decided = city.day().minusDays(dice.between(20, 800));
            rows.add(Row.about(each)
                    .set("kind", honour.kind)
                    .set("honour", decided.getYear() + "年度" + honour.title)
                    .set("level", honour.level)
                    .set("documentNo", "苏信发〔" + decided.getYear() + "〕" + dice.between(10, 99) + "号")
                    .set("authority", honour.authority)
                    .set("decidedOn", decided)
                    .set(
                            "endsOn",
                            honour.years == 0
                                    ? ""
                                    : decided.plusYears(honour.years).minusDays(1))
                    .scope(Row.PUBLIC));
        }
        return rows;
    }

    private static List<Enterprise> picked(City city, Dice dice, String topic, int count) {
        return topic.equals("market") ? city.pickCompanies(dice, count) : city.pickIndustrial(dice, count);
    }

    private static List<Row> enterprises(City city) {
        Dice dice = city.dice("TECH-ENTERPRISE");
        List<Row> rows = new ArrayList<>();
        for (Enterprise each : city.pickIndustrial(dice, 70)) {
            LocalDate decided = city.day().minusDays(dice.between(40, 1_400));
            String kind = dice.of("高新技术企业", "高新技术企业", "科技型企业", "科技小巨人");
            boolean national = kind.equals("高新技术企业");
            rows.add(Row.about(each)
                    .set("kind", kind)
                    .set("level", national ? "国家级" : "市级")
                    .set(
                            "documentNo",
                            (national ? "GR" : "SZKJ") + decided.getYear() + "3200" + dice.between(1_000, 9_999))
                    .set("decidedOn", decided)
                    .set("validUntil", decided.plusYears(3).minusDays(1))
                    .set("authority", national ? "江苏省科学技术厅" : AUTHORITY)
                    .scope(Row.PUBLIC));
        }
        return rows;
    }

    private static List<Row> centres(City city) {
        Dice dice = city.dice("TECH-CENTRE");
        List<Row> rows = new ArrayList<>();
        for (Enterprise each : city.pickIndustrial(dice, 35)) {
            String kind = dice.of("工程技术研究中心", "工程技术研究中心", "重点实验室", "企业技术中心");
            LocalDate decided = city.day().minusDays(dice.between(100, 1_800));
            rows.add(Row.about(each)
                    .set("kind", kind)
                    .set("title", "苏州市" + Products.of(each) + kind)
                    .set("level", "市级")
                    .set("documentNo", "苏科研〔" + decided.getYear() + "〕" + dice.between(10, 99) + "号")
                    .set("decidedOn", decided)
                    .set("authority", AUTHORITY)
                    .scope(Row.PUBLIC));
        }
        return rows;
    }

    private static Row patent(City city, Dice dice, Enterprise each, int serial) {
        LocalDate filed = city.day().minusDays(dice.between(800, 2_600));
        return Row.about(each)
                .set("patentNo", PatentNumbers.invention(filed.getYear(), serial))
                .set("title", String.format(dice.of(INVENTIONS), Products.of(each)))
                .set("filedOn", filed)
                .scope(Row.PUBLIC);
    }

    private static List<Row> patents(City city) {
        Dice dice = city.dice("PATENT");
        List<Row> rows = new ArrayList<>();
        int serial = 112_307;
        for (Enterprise each : city.pickIndustrial(dice, 80)) {
            for (int i = dice.between(1, 3); i > 0; i--) {
                Row row = patent(city, dice, each, serial += dice.between(11, 3_000));
                rows.add(
                        row.set("decidedOn", LocalDate.parse(row.get("filedOn")).plusDays(dice.between(500, 790))));
            }
        }
        return rows;
    }

    private static List<Row> awards(City city) {
        Dice dice = city.dice("PATENT-AWARD");
        List<Row> rows = new ArrayList<>();
        int serial = 400_017;
        for (Enterprise each : city.pickIndustrial(dice, 15)) {
            rows.add(patent(city, dice, each, serial += dice.between(11, 3_000))
                    .set("kind", dice.of("一等奖", "二等奖", "三等奖", "优秀奖"))
                    .set("level", "市级")
                    .set("decidedOn", city.day().minusDays(dice.between(60, 700)))
                    .set("authority", "苏州市人民政府"));
        }
        return rows;
    }

    private static List<Row> defaults(City city) {
        Dice dice = city.dice("RESEARCH-DEFAULT");
        NegativeRows negative = new NegativeRows(city, "RESEARCH-DEFAULT", AUTHORITY, "苏科监〔%d〕%d号");
        List<Row> rows = new ArrayList<>();
        for (Enterprise each : dice.some(city.industrial(), 10)) {
            boolean late = dice.percent(60);
            Violation violation =
                    new Violation(late ? "项目合同期满一年仍未提交结题验收材料" : "将项目经费用于与研究无关的支出", "《江苏省科技计划项目信用管理办法》", "其他", 0, 0);
            rows.add(negative.of(Row.about(each), List.of(violation))
                    .set("projectNo", "SYG" + (city.day().getYear() - 4) + dice.between(1_000, 9_999))
                    .set("project", Products.of(each) + "关键技术研究")
                    .set("kind", late ? "逾期未结题" : "违规使用资金")
                    .set("result", late ? "终止项目，收回结余经费，两年内不受理其申报" : "追回违规使用的经费，三年内不受理其申报")
                    .set("severity", late ? "一般" : "严重")
                    .set("endsOn", null)
                    .set("periodMonths", late ? 12 : 24)
                    .set("funds", dice.between(5, 60) * 10_000)
                    .scope(Row.SHARED));
        }
        Row.leaveScopeOpen(rows, 2);
        return rows;
    }

    private static List<Row> infringements(City city) {
        Dice dice = city.dice("PATENT-INFRINGEMENT");
        NegativeRows negative = new NegativeRows(city, "PATENT-INFRINGEMENT", "苏州市知识产权局", "苏知法处字〔%d〕%d号");
        Violation violation = new Violation("未经专利权人许可，为生产经营目的制造、销售其专利产品", "《中华人民共和国专利法》第六十五条", "责令改正", 0, 0);
        List<Row> rows = new ArrayList<>();
        int serial = 700_201;
        for (Enterprise each : dice.some(city.industrial(), 8)) {
            Row patent = patent(city, dice, each, serial += dice.between(11, 3_000));
            rows.add(negative.of(Row.about(each), List.of(violation))
                    .set("kind", null)
                    .set("patentNo", patent.get("patentNo"))
                    .set("patentTitle", patent.get("title"))
                    .set("result", "责令立即停止侵权行为，销毁侵权产品")
                    .set("severity", "一般")
                    .set("legalRepresentative", each.representative()));
        }
        return rows;
    }
}
