package org.chengxin.launcher.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The account PostgreSQL runs under. PostgreSQL refuses to run as root, so root hands its processes to the account
 * {@code postgres} or, where there is none, {@code nobody}; everybody else runs it directly.
 *
 * @param uid numeric user id
 * @param gid numeric group id
 * @param switched whether a process has to change to this account (only root does)
 */
public record OperatingSystemAccount(int uid, int gid, boolean switched) {

    /** @return the account for a new database. */
    public static OperatingSystemAccount forDatabase() {
        int own = number(Path.of("/proc/self"), "unix:uid");
        if (own != 0) {
            return new OperatingSystemAccount(own, number(Path.of("/proc/self"), "unix:gid"), false);
        }
        return named("postgres")
                .or(() -> named("nobody"))
                .orElseGet(() -> new OperatingSystemAccount(65534, 65534, true));
    }

    /**
     * The account for a database that exists already: its files belong to somebody, and PostgreSQL insists on being
     * started by them. So data made as an ordinary user still starts when root comes along.
     *
     * @param existing a directory that PostgreSQL initialised
     * @return this account, or the owner of the directory when root runs us and the owner is somebody else
     */
    public OperatingSystemAccount orOwnerOf(Path existing) {
        int owner = number(existing, "unix:uid");
        if (!switched || owner == 0 || owner == uid) {
            return this;
        }
        return new OperatingSystemAccount(owner, number(existing, "unix:gid"), true);
    }

    /** @return the words to run under this account. */
    public List<String> command(List<String> words) {
        if (!switched) {
            return words;
        }
        List<String> all = new ArrayList<>(List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups"));
        all.addAll(words);
        return all;
    }

    /**
     * @param directory an absolute path that need not exist yet
     * @return whether this account may pass through every existing directory above and including it
     */
    public boolean reaches(Path directory) {
        for (Path part = directory.toAbsolutePath().normalize(); part != null; part = part.getParent()) {
            if (Files.exists(part) && !passes(part)) {
                return false;
            }
        }
        return true;
    }

    /** Gives a file or directory to this account; does nothing when we are this account. */
    public void own(Path path) {
        if (!switched) {
            return;
        }
        try {
            Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return whether the path belongs to this account. */
    public boolean owns(Path path) {
        return number(path, "unix:uid") == uid;
    }

    private boolean passes(Path directory) {
        int mode = number(directory, "unix:mode");
        if (number(directory, "unix:uid") == uid) {
            return (mode & 0100) != 0;
        }
        if (number(directory, "unix:gid") == gid) {
            return (mode & 0010) != 0;
        }
        return (mode & 0001) != 0;
    }

    private static Optional<OperatingSystemAccount> named(String name) {
        try {
            for (String line : Files.readAllLines(Path.of("/etc/passwd"))) {
                String[] fields = line.split(":", -1);
                if (fields.length > 3 && fields[0].equals(name)) {
                    return Optional.of(
                            new OperatingSystemAccount(Integer.parseInt(fields[2]), Integer.parseInt(fields[3]), true));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int number(Path path, String attribute) {
        try {
            return ((Number) Files.getAttribute(path, attribute)).intValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
