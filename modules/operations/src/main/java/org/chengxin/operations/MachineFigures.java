package org.chengxin.operations;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.List;
import org.chengxin.workflow.boundary.Figure;

/** What the Java machine says of itself. */
final class MachineFigures {

    private static final double MILLIS = 1_000;
    private static final double NANOS = 1_000_000_000;

    private MachineFigures() {}

    static List<Figure> read() {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        long collecting = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
        double processor = ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(time -> time.toNanos() / NANOS)
                .orElse(0.0);
        return List.of(
                Figure.of("jvm_memory_heap_used_bytes", heap.getUsed()),
                Figure.of("jvm_memory_heap_max_bytes", heap.getMax()),
                Figure.of("jvm_threads", ManagementFactory.getThreadMXBean().getThreadCount()),
                Figure.of("jvm_gc_seconds", collecting / MILLIS),
                Figure.of(
                        "jvm_uptime_seconds",
                        ManagementFactory.getRuntimeMXBean().getUptime() / MILLIS),
                Figure.of("process_cpu_seconds", processor));
    }
}
