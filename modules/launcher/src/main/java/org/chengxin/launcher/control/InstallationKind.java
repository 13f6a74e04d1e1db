package org.chengxin.launcher.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.chengxin.launcher.entity.LaunchFailure;
import org.chengxin.launcher.entity.Texts;

/**
 * Whether a database holds the demonstration or is used in earnest. It is settled at its first start and never changes:
 * accounts whose password is printed must not get into a register that is used, nor stay in one.
 */
public final class InstallationKind {

    private static final String KEY = "installation.kind";
    private static final String DEMONSTRATION = "demonstration";
    private static final String PRODUCTION = "production";

    private final Connection owner;

    private InstallationKind(Connection owner) {
        this.owner = owner;
    }

    /**
     * @param owner a connection of the role that owns the schema
     */
    public static InstallationKind of(Connection owner) {
        return new InstallationKind(owner);
    }

    /**
     * Settles the kind of a new database, and holds the wish against that of an older one.
     *
     * @param demonstration what is wished now
     * @throws LaunchFailure when the database is of the other kind
     */
    public void hold(boolean demonstration) throws SQLException {
        String wished = demonstration ? DEMONSTRATION : PRODUCTION;
        try (PreparedStatement first = owner.prepareStatement("INSERT INTO registry.setting (key, value)"
                + " SELECT ?, CASE WHEN EXISTS (SELECT 1 FROM registry.app_user WHERE demonstration) THEN '"
                + DEMONSTRATION + "' ELSE ? END ON CONFLICT (key) DO NOTHING")) {
            first.setString(1, KEY);
            first.setString(2, wished);
            first.executeUpdate();
        }
        try (PreparedStatement query = owner.prepareStatement("SELECT value FROM registry.setting WHERE key = ?")) {
            query.setString(1, KEY);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                if (!wished.equals(row.getString(1))) {
                    throw new LaunchFailure(Texts.text("database.kind." + row.getString(1)));
                }
            }
        }
    }
}
