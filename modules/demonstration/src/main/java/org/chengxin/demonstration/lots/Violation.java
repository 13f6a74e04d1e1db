package org.chengxin.demonstration.lots;

import java.util.List;

/**
 * What a department penalises.
 *
 * @param facts what was done
 * @param basis law and article
 * @param kind kind of penalty by the code table PENALTY_KIND
 * @param from smallest fine in yuan, 0 for none
 * @param to largest fine in yuan, 0 for none
 */
record Violation(String facts, String basis, String kind, int from, int to) {

    static final List<Violation> MARKET = List.of(
            new Violation("在网站上使用“最佳”“国家级”等用语宣传其产品", "《中华人民共和国广告法》第五十七条第一项", "罚款", 5_000, 60_000),
            new Violation("销售侵犯他人注册商标专用权的商品", "《中华人民共和国商标法》第六十条第二款", "罚款", 10_000, 90_000),
            new Violation("对商品的性能、销售状况作虚假宣传，误导消费者", "《中华人民共和国反不正当竞争法》第二十条第一款", "罚款", 200_000, 400_000),
            new Violation("销售商品未按规定明码标价", "《中华人民共和国价格法》第四十二条", "罚款", 500, 5_000),
            new Violation("以格式条款免除自己对消费者的责任", "《合同行政监督管理办法》第十八条", "罚款", 2_000, 30_000),
            new Violation("使用未经定期检验的特种设备", "《中华人民共和国特种设备安全法》第八十四条第一项", "罚款", 30_000, 120_000),
            new Violation("提交虚假材料取得变更登记", "《中华人民共和国市场主体登记管理条例》第四十四条", "罚款", 50_000, 200_000),
            new Violation("未按照规定公示年度报告，经责令限期改正后改正", "《企业信息公示暂行条例》第十八条", "警告", 0, 0));

    static final List<Violation> TAX = List.of(
            new Violation("未按照规定的期限办理纳税申报和报送纳税资料", "《中华人民共和国税收征收管理法》第六十二条", "罚款", 200, 2_000),
            new Violation("在账簿上多列支出，少缴企业所得税", "《中华人民共和国税收征收管理法》第六十三条第一款", "罚款", 20_000, 500_000),
            new Violation("应扣未扣个人所得税税款", "《中华人民共和国税收征收管理法》第六十九条", "罚款", 5_000, 80_000),
            new Violation("未按照规定设置、保管账簿和有关资料", "《中华人民共和国税收征收管理法》第六十条第一款第二项", "罚款", 1_000, 8_000),
            new Violation("应当开具而未开具发票", "《中华人民共和国发票管理办法》第三十三条第一项", "警告", 0, 0));

    static final List<Violation> LABOUR = List.of(
            new Violation("克扣、拖欠劳动者工资，经责令限期支付后逾期未支付", "《劳动保障监察条例》第二十六条第一项", "罚款", 10_000, 60_000),
            new Violation("违反规定延长劳动者工作时间", "《劳动保障监察条例》第二十五条", "警告", 0, 0),
            new Violation("未按规定办理社会保险登记，逾期不改正", "《中华人民共和国社会保险法》第八十四条", "罚款", 3_000, 30_000),
            new Violation("以担保或者其他名义向劳动者收取财物", "《中华人民共和国劳动合同法》第八十四条第二款", "罚款", 2_000, 20_000),
            new Violation("安排女职工从事国家规定禁忌从事的劳动", "《劳动保障监察条例》第二十三条第一项", "罚款", 5_000, 25_000));

    static final List<Violation> BANK = List.of(
            new Violation("贷后管理不到位，流动资金贷款被挪用于购买理财产品", "《中华人民共和国银行业监督管理法》第四十六条第五项", "罚款", 300_000, 900_000),
            new Violation("个人经营性贷款“三查”不尽职，信贷资金违规流入房地产市场", "《中华人民共和国银行业监督管理法》第四十六条第五项", "罚款", 250_000, 700_000),
            new Violation("办理无真实贸易背景的银行承兑汇票业务", "《中华人民共和国银行业监督管理法》第四十六条第五项", "罚款", 400_000, 1_200_000),
            new Violation("未经任职资格审查任命高级管理人员", "《中华人民共和国银行业监督管理法》第四十六条第一项", "罚款", 200_000, 400_000));

    static final List<Violation> QUALITY = List.of(
            new Violation("生产的产品经监督抽查不符合国家标准", "《中华人民共和国产品质量法》第四十九条", "罚款", 10_000, 120_000),
            new Violation("未取得工业产品生产许可证生产列入目录的产品", "《中华人民共和国工业产品生产许可证管理条例》第四十五条", "罚款", 20_000, 200_000),
            new Violation("伪造、冒用认证标志", "《中华人民共和国产品质量法》第五十三条", "罚款", 10_000, 90_000),
            new Violation("使用不合格的计量器具", "《中华人民共和国计量法实施细则》第四十六条", "罚款", 500, 2_000));

    /** Words that are said of what was decided. */
    String result(int fine) {
        return fine == 0 ? "警告，责令改正违法行为" : "责令改正违法行为，罚款人民币" + fine + "元";
    }

    /** A fine in whole hundreds of yuan; 0 where the law here knows only a warning. */
    int fine(Dice dice) {
        return to == 0 ? 0 : Math.max(from, dice.between(from, to) / 100 * 100);
    }
}
