package org.chengxin.system.fault;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.chengxin.demonstration.Enterprise;
import org.chengxin.kernel.time.CivilTime;

/** A lot of environmental penalties of all kinds, and what has to come of each row. */
final class MixedLot {

    /** What comes of a row: the state of its record, or no record at all. */
    enum Fate {
        PUBLISHED,
        HELD,
        UNDETERMINED,
        ENDED,
        REJECTED
    }

    /** The first row of data, as a person counts them in the file. */
    private static final int FIRST_ROW = 2;

    private static final String HEADER =
            "企业名称,统一社会信用代码,行政处罚决定书文号,主要违法事实,处罚依据,处罚结果,作出处罚的部门,处罚日期," + "警示或预警截止日期,失信严重程度,信息使用范围";

    private final List<Enterprise> subjects;
    private final int rows;
    private final String series;

    /**
     * @param subjects registered already
     * @param series part of the documents' numbers, so that two lots share none
     */
    MixedLot(List<Enterprise> subjects, int rows, String series) {
        this.subjects = subjects;
        this.rows = rows;
        this.series = series;
    }

    int rows() {
        return rows;
    }

    List<Enterprise> subjects() {
        return subjects;
    }

    /** What comes of each row, by its number in the file. */
    Map<Integer, Fate> fates() {
        Map<Integer, Fate> fates = new java.util.TreeMap<>();
        for (int i = 0; i < rows; i++) {
            fates.put(i + FIRST_ROW, fate(i));
        }
        return fates;
    }

    int count(Fate fate) {
        Map<Fate, Integer> counts = new EnumMap<>(Fate.class);
        fates().values().forEach(each -> counts.merge(each, 1, Integer::sum));
        return counts.getOrDefault(fate, 0);
    }

    /** How many of a subject's rows everybody may see. */
    long published(int subject) {
        long published = 0;
        for (int i = 0; i < rows; i++) {
            if (subjectOf(i) == subject && fate(i) == Fate.PUBLISHED) {
                published++;
            }
        }
        return published;
    }

    String csv() {
        LocalDate today = CivilTime.dateOf(java.time.Instant.now());
        StringBuilder text = new StringBuilder(HEADER).append("\r\n");
        for (int i = 0; i < rows; i++) {
            Fate fate = fate(i);
            Enterprise subject = subjects.get(subjectOf(i));
            text.append(String.join(
                            ",",
                            subject.name(),
                            subject.code().value(),
                            "苏环断〔2026〕" + series + "第" + i + "号",
                            "未按照规定设置排放口",
                            "《中华人民共和国大气污染防治法》第一百条",
                            "罚款30000元",
                            "苏州市某局",
                            fate == Fate.REJECTED ? "昨天" : today.minusMonths(2).toString(),
                            (fate == Fate.ENDED ? today.minusDays(10) : today.plusMonths(9)).toString(),
                            "一般",
                            scope(i)))
                    .append("\r\n");
        }
        return text.toString();
    }

    private int subjectOf(int row) {
        // not in step with the fates below
        return row / 7 % subjects.size();
    }

    private static Fate fate(int row) {
        if (row % 400 == 9) {
            return Fate.REJECTED;
        } else if (row % 50 == 3) {
            return Fate.UNDETERMINED;
        } else if (row % 20 == 5) {
            return Fate.ENDED;
        }
        return row % 10 < 2 ? Fate.HELD : Fate.PUBLISHED;
    }

    private static String scope(int row) {
        return switch (fate(row)) {
            case UNDETERMINED -> "";
            case HELD -> row % 10 == 0 ? "政务共享" : "授权查询";
            default -> "公开公示";
        };
    }
}
