package org.chengxin.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** On what the figures were measured. */
final class Machine {

    private static final double GIB = 1 << 30;

    private Machine() {}

    /** Prints it, the load of the last minute included: a busy machine makes other figures. */
    static void say() {
        com.sun.management.OperatingSystemMXBean system =
                (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        System.out.println(String.format(
                Locale.ROOT,
                "%d cores, %.0f GiB, %s on %s, JDK %d, load average %.1f before the start",
                Runtime.getRuntime().availableProcessors(),
                system.getTotalMemorySize() / GIB,
                system.getName(),
                system.getArch(),
                Runtime.version().feature(),
                system.getSystemLoadAverage()));
    }
}
