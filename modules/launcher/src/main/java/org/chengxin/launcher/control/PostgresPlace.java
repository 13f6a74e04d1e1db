package org.chengxin.launcher.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.chengxin.launcher.entity.LaunchFailure;
import org.chengxin.launcher.entity.Texts;

/**
 * Where the embedded PostgreSQL keeps its files: {@code postgres} inside the data directory, or, when the account it
 * must run under cannot get there (a checkout under root's home), a directory under {@code /var/tmp} whose name is
 * derived from the data directory, so that it is found again.
 *
 * @param home the directory of binaries, data and log
 * @param account the account that owns it and runs the server
 * @param elsewhere whether {@code home} is outside the data directory
 */
public record PostgresPlace(Path home, OperatingSystemAccount account, boolean elsewhere) {

    private static final Path ELSEWHERE = Path.of("/var/tmp");

    /**
     * Finds the place of an existing database, or chooses one and makes the directory.
     *
     * @param dataHome the data directory
     * @return a directory that the account can use
     */
    public static PostgresPlace of(Path dataHome) {
        OperatingSystemAccount account = OperatingSystemAccount.forDatabase();
        Path inside = dataHome.toAbsolutePath().normalize().resolve("postgres");
        Path outside = outsideOf(dataHome);
        try {
            boolean usable = account.reaches(dataHome);
            boolean useOutside = Files.exists(outside.resolve("data/PG_VERSION"))
                    || !usable && !Files.exists(inside.resolve("data/PG_VERSION"));
            Path home = useOutside ? outside : inside;
            if (Files.exists(home, LinkOption.NOFOLLOW_LINKS)) {
                account = account.orOwnerOf(home);
                checkOwned(home, account);
            } else {
                Files.createDirectories(home.getParent());
                Files.createDirectory(
                        home, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                account.own(home);
            }
            if (!account.reaches(home)) {
                throw new LaunchFailure(Texts.text("postgres.unreachable", home));
            }
            return new PostgresPlace(home, account, useOutside);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return whether a database was made for this data directory. */
    public static boolean exists(Path dataHome) {
        return Files.exists(dataHome.resolve("postgres/data/PG_VERSION"))
                || Files.exists(outsideOf(dataHome).resolve("data/PG_VERSION"));
    }

    /** @return the directory outside the data directory that belongs to it, whether or not it exists. */
    public static Path outsideOf(Path dataHome) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(dataHome.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8));
            return ELSEWHERE.resolve("chengxin-" + HexFormat.of().formatHex(hash, 0, 8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return the database cluster's directory. */
    public Path data() {
        return home.resolve("data");
    }

    /** @return the server's log. */
    public Path log() {
        return home.resolve("postgresql.log");
    }

    // The name under /var/tmp can be foreseen; somebody else's directory or link of that name must not be trusted.
    private static void checkOwned(Path home, OperatingSystemAccount account) {
        if (!Files.isDirectory(home, LinkOption.NOFOLLOW_LINKS) || !account.owns(home)) {
            throw new LaunchFailure(Texts.text("postgres.foreign", home));
        }
    }
}
