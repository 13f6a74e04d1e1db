package org.chengxin.system;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.chengxin.demonstration.Enterprise;
import org.chengxin.kernel.time.CivilTime;

/** Lots of penalties, line by line as a test wants them, in the layouts of {@code PEN-ENV} and {@code PEN-ADMIN}. */
public final class PenaltyLines {

    private static final String ENVIRONMENT =
            "企业名称,统一社会信用代码,行政处罚决定书文号,主要违法事实,处罚依据,处罚结果,作出处罚的部门,处罚日期," + "警示或预警期限（月）,失信严重程度,信息使用范围";
    private static final String ADMINISTRATIVE =
            "行政相对人名称,统一社会信用代码,行政处罚决定文书号,主要违法事实,处罚依据,处罚结果,作出处罚的部门,处罚日期," + "警示或预警期限（月）,失信严重程度,信息使用范围";

    private final String header;
    private final List<String> lines = new ArrayList<>();

    private PenaltyLines(String header) {
        this.header = header;
    }

    public static PenaltyLines environment() {
        return new PenaltyLines(ENVIRONMENT);
    }

    public static PenaltyLines administrative() {
        return new PenaltyLines(ADMINISTRATIVE);
    }

    public static LocalDate today() {
        return CivilTime.dateOf(java.time.Instant.now());
    }

    /** An ordinary public penalty of a week ago. */
    public PenaltyLines line(Enterprise subject, String documentNo) {
        return line(subject.name(), subject.code().value(), documentNo, "罚款30000元", today().minusDays(7), "公开公示");
    }

    public PenaltyLines line(
            String name, String code, String documentNo, String result, LocalDate decided, String scope) {
        lines.add(String.join(
                ",",
                name,
                code,
                documentNo,
                "未按照规定设置排放口",
                "《中华人民共和国大气污染防治法》第一百条",
                result,
                "苏州市某局",
                decided.toString(),
                "12",
                "一般",
                scope));
        return this;
    }

    public String csv() {
        return csv(lines);
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** The same header over other lines. */
    public String csv(List<String> other) {
        return header + "\r\n" + String.join("\r\n", other) + "\r\n";
    }
}
