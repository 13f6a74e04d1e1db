package org.chengxin.system.fault;

import java.time.LocalDate;
import org.chengxin.demonstration.Enterprise;
import org.chengxin.kernel.time.CivilTime;

/** Invented personal data that must turn up nowhere but in the record, and a lot that brings it. */
final class Canaries {

    static final String PERSON = "金丝雀某人";
    static final String CITIZEN = "360426199101010071";
    static final String PHONE = "13912345678";

    private Canaries() {}

    /** A row that is taken, and one that is held back because it tells a citizen's number. */
    static String lot(Enterprise enterprise) {
        return "企业名称,统一社会信用代码,行政处罚决定书文号,主要违法事实,处罚依据,处罚结果,作出处罚的部门,处罚日期,警示或预警截止日期,失信严重程度,信息使用范围,备注\r\n"
                + row(enterprise, 1, PERSON + "（电话" + PHONE + "）未按照规定设置排放口")
                + row(enterprise, 2, PERSON + "（身份证号" + CITIZEN + "）未按照规定设置排放口");
    }

    private static String row(Enterprise enterprise, int number, String facts) {
        LocalDate today = CivilTime.dateOf(java.time.Instant.now());
        return String.join(
                        ",",
                        enterprise.name(),
                        enterprise.code().value(),
                        "苏环密〔2026〕" + number + "号",
                        facts,
                        "《中华人民共和国大气污染防治法》第一百条",
                        "罚款30000元",
                        "苏州市某局",
                        today.minusMonths(2).toString(),
                        today.plusMonths(9).toString(),
                        "一般",
                        "政务共享",
                        facts)
                + "\r\n";
    }
}
