package org.chengxin.launcher.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The settings of the embedded PostgreSQL, written to {@code chengxin.conf} at each start, so that an update of the
 * project reaches databases made earlier. Chosen for a machine of two cores; durability is never traded for speed.
 */
final class PostgresSettings {

    private static final long MIB = 1024L * 1024;
    private static final long LEAST_BUFFERS = 64;
    private static final long MOST_BUFFERS = 4096;
    /** One part of so many of the memory: the rest is for the server and for what the system keeps of files. */
    private static final long PART_OF_MEMORY = 8;

    private static final String FILE = "chengxin.conf";

    private PostgresSettings() {}

    static void write(Path data, int port, OperatingSystemAccount account) {
        // new keys lie anywhere in an index: what does not fit is read again and again (docs/benchmarks.md)
        long buffers = Math.max(LEAST_BUFFERS, Math.min(MOST_BUFFERS, memory() / MIB / PART_OF_MEMORY));
        String text = String.join(
                "\n",
                List.of(
                        "# written by the launcher at each start",
                        "listen_addresses = '127.0.0.1'",
                        "port = " + port,
                        "unix_socket_directories = ''",
                        "password_encryption = 'scram-sha-256'",
                        "max_connections = 100",
                        "shared_buffers = '" + buffers + "MB'",
                        "dynamic_shared_memory_type = '" + sharedMemoryType() + "'",
                        "work_mem = '16MB'",
                        "maintenance_work_mem = '128MB'",
                        "effective_cache_size = '" + buffers * 3 + "MB'",
                        "random_page_cost = 1.1",
                        "jit = off",
                        "fsync = on",
                        "synchronous_commit = on",
                        // it saves a sixth of the log and costs a third of the database's processor time
                        // (docs/benchmarks.md)
                        "wal_compression = off",
                        "max_wal_size = '4GB'",
                        "min_wal_size = '256MB'",
                        "checkpoint_timeout = '15min'",
                        "checkpoint_completion_target = 0.9",
                        "shared_preload_libraries = 'pg_stat_statements'",
                        "timezone = 'Asia/Shanghai'",
                        "log_timezone = 'Asia/Shanghai'",
                        "lc_messages = 'C'",
                        "log_line_prefix = '%m [%p] %q%u@%d '",
                        // statements of a citizen credit system carry personal data, and so do errors and their
                        // details: none of it into the log; the application logs what failed without values
                        "log_min_messages = 'log'",
                        "log_error_verbosity = 'terse'",
                        "log_min_error_statement = 'panic'",
                        "log_parameter_max_length_on_error = 0",
                        ""));
        try {
            Path file = data.resolve(FILE);
            Files.writeString(file, text);
            account.own(file);
            Path main = data.resolve("postgresql.conf");
            String include = "include_if_exists = '" + FILE + "'";
            String present = Files.readString(main);
            if (!present.contains(include)) {
                Files.writeString(main, present + "\n" + include + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long memory() {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean machine) {
            return machine.getTotalMemorySize();
        }
        return 2048 * MIB;
    }

    // Containers often give /dev/shm 64 MB; a parallel index build would then fail in the middle of a migration.
    private static String sharedMemoryType() {
        try {
            return Files.getFileStore(Path.of("/dev/shm")).getTotalSpace() >= 512 * MIB ? "posix" : "mmap";
        } catch (IOException e) {
            return "mmap";
        }
    }
}
