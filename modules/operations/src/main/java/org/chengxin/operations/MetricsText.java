package org.chengxin.operations;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chengxin.workflow.boundary.Figure;

/** Figures in the text format that Prometheus and those who learnt from it read (version 0.0.4). */
final class MetricsText {

    static final String MEDIA_TYPE = "text/plain;version=0.0.4;charset=UTF-8";

    private static final Map<String, String> HELP = new LinkedHashMap<>();

    static {
        HELP.put("chengxin_lots", "Lots by state");
        HELP.put("chengxin_records", "Records by state");
        HELP.put("chengxin_tasks_open", "Open tasks by age");
        HELP.put("chengxin_tasks_overdue", "Open tasks past their deadline");
        HELP.put("chengxin_jobs_due", "Jobs that are due now");
        HELP.put("chengxin_jobs_failed", "Jobs that stand still after their last retry");
        HELP.put("chengxin_incidents", "Open incidents of the process engine");
        HELP.put("chengxin_records_public_past_day", "Records still public past their last visible day; must be 0");
        HELP.put("chengxin_period_end_last_run_seconds", "When the last run that ended periods finished, Unix time");
        HELP.put("chengxin_stuck", "What stands still and is left for people, by the last check");
        HELP.put("chengxin_stuck_repaired", "What stood still and the last check put right");
        HELP.put("chengxin_stuck_check_seconds", "When the last check that nothing is stuck finished, Unix time");
        HELP.put("jvm_memory_heap_used_bytes", "Heap in use");
        HELP.put("jvm_memory_heap_max_bytes", "Largest heap");
        HELP.put("jvm_threads", "Live threads");
        HELP.put("jvm_gc_seconds", "Time spent collecting garbage since the start");
        HELP.put("jvm_uptime_seconds", "Time since the start");
        HELP.put("process_cpu_seconds", "Processor time used since the start");
    }

    private MetricsText() {}

    /** The figures, those of one name together. */
    static String of(List<Figure> figures) {
        StringBuilder text = new StringBuilder();
        String before = null;
        for (Figure figure : figures) {
            if (!figure.name().equals(before)) {
                before = figure.name();
                text.append("# HELP ").append(before).append(' ').append(HELP.getOrDefault(before, before));
                text.append("\n# TYPE ").append(before).append(" gauge\n");
            }
            text.append(before);
            if (figure.label() != null) {
                text.append('{').append(figure.label()).append("=\"").append(escaped(figure.key()));
                text.append("\"}");
            }
            text.append(' ').append(number(figure.value())).append('\n');
        }
        return text.toString();
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
