package org.chengxin.launcher.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.chengxin.demonstration.PasswordHash;
import org.chengxin.kernel.Role;
import org.chengxin.launcher.entity.LaunchFailure;
import org.chengxin.launcher.entity.Texts;

/**
 * The one account that an installation in earnest begins with, in the credit centre: its password comes from outside,
 * once, and is kept as a hash only. Where somebody is administrator already, nothing happens.
 */
public final class FirstAdministrator {

    /** The sign-in name. */
    public static final String USERNAME = "admin";

    private final Connection owner;

    /**
     * @param owner a connection of the role that owns the schema
     */
    public FirstAdministrator(Connection owner) {
        this.owner = owner;
    }

    /**
     * Creates the account if there is no administrator yet.
     *
     * @param password {@code CHENGXIN_ADMIN_PASSWORD}
     * @return whether it was created now
     * @throws LaunchFailure when one is needed and no password is given
     */
    public boolean create(Optional<String> password) throws SQLException {
        if (exists()) {
            return false;
        }
        String hash =
                PasswordHash.of(password.orElseThrow(() -> new LaunchFailure(Texts.text("start.noadministrator"))));
        owner.setAutoCommit(false);
        try (Statement centre = owner.createStatement();
                PreparedStatement user = owner.prepareStatement("INSERT INTO registry.app_user (id, username,"
                        + " display_name, organisation_id, password_hash) SELECT nextval('registry.app_user_seq'), ?,"
                        + " '系统管理员', id, ? FROM registry.organisation WHERE code = 'credit-centre'");
                PreparedStatement role = owner.prepareStatement("INSERT INTO registry.user_role (user_id, role)"
                        + " SELECT id, ? FROM registry.app_user WHERE username = ?")) {
            centre.execute("INSERT INTO registry.organisation (id, code, name, short_name, name_en, kind, level,"
                    + " division_code) VALUES (nextval('registry.organisation_seq'), 'credit-centre', '信用中心', '信用中心',"
                    + " 'Credit centre', 'CENTRE', 'MUNICIPAL', '000000') ON CONFLICT (code) DO NOTHING");
            user.setString(1, USERNAME);
            user.setString(2, hash);
            user.executeUpdate();
            role.setString(1, Role.ADMIN.name());
            role.setString(2, USERNAME);
            role.executeUpdate();
            owner.commit();
            return true;
        } catch (SQLException e) {
            owner.rollback();
            throw e;
        } finally {
            owner.setAutoCommit(true);
        }
    }

    private boolean exists() throws SQLException {
        try (PreparedStatement query = owner.prepareStatement(
                "SELECT 1 FROM registry.user_role r JOIN registry.app_user u ON u.id = r.user_id WHERE r.role = ?")) {
            query.setString(1, Role.ADMIN.name());
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }
}
