package org.chengxin.demonstration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.chengxin.demonstration.Department.Alias;
import org.chengxin.kernel.Role;

/**
 * Writes what no API offers: organisations with their names, accounts with their roles, and the catalogue. Doing it
 * again brings what is there up to date and makes nothing twice; what people changed in roles or accounts beyond that
 * stays.
 */
public final class ReferenceData {

    private final Connection owner;
    private final String password;

    /**
     * @param owner a connection of the role that owns the schema
     * @param password the one password of all demonstration accounts
     */
    public ReferenceData(Connection owner, String password) {
        this.owner = owner;
        this.password = password;
    }

    /**
     * Writes everything in one transaction.
     *
     * @throws SQLException when the database refuses; nothing is written then
     */
    public void write() throws SQLException {
        boolean autoCommit = owner.getAutoCommit();
        owner.setAutoCommit(false);
        try {
            List<Department> departments = Departments.all();
            writeOrganisations(departments);
            writeAccounts(Account.of(departments));
            new CatalogueData(owner).write();
            owner.commit();
        } catch (SQLException | RuntimeException e) {
            owner.rollback();
            throw e;
        } finally {
            owner.setAutoCommit(autoCommit);
        }
    }

    private void writeOrganisations(List<Department> departments) throws SQLException {
        try (PreparedStatement organisation = owner.prepareStatement("""
                        INSERT INTO registry.organisation(id, code, name, short_name, name_en, kind, level, division_code,
                               parent_id, first_batch, priority)
                        VALUES (COALESCE((SELECT id FROM registry.organisation WHERE code = ?),
                                         nextval('registry.organisation_seq')),
                                ?, ?, ?, ?, ?, ?, ?, (SELECT id FROM registry.organisation WHERE code = ?), ?, ?)
                        ON CONFLICT (code) DO UPDATE SET name = excluded.name, short_name = excluded.short_name,
                               name_en = excluded.name_en, kind = excluded.kind, level = excluded.level,
                               division_code = excluded.division_code, parent_id = excluded.parent_id,
                               first_batch = excluded.first_batch, priority = excluded.priority
                        """);
                PreparedStatement alias = owner.prepareStatement("""
                        INSERT INTO registry.organisation_alias(organisation_id, name, valid_from)
                        SELECT id, ?, ? FROM registry.organisation WHERE code = ?
                        ON CONFLICT DO NOTHING
                        """)) {
            for (Department department : departments) {
                int i = 0;
                organisation.setString(++i, department.code());
                organisation.setString(++i, department.code());
                organisation.setString(++i, department.name());
                organisation.setString(++i, department.shortName());
                organisation.setString(++i, department.nameEn());
                organisation.setString(++i, department.kind());
                organisation.setString(++i, department.level());
                organisation.setString(++i, department.division());
                organisation.setString(++i, department.parent());
                organisation.setBoolean(++i, department.firstBatch());
                organisation.setBoolean(++i, department.priority());
                // one by one: a child looks its parent up
                organisation.executeUpdate();
                for (Alias other : department.aliases()) {
                    alias.setString(1, other.name());
                    alias.setObject(2, other.from());
                    alias.setString(3, department.code());
                    alias.addBatch();
                }
            }
            alias.executeBatch();
        }
    }

    private void writeAccounts(List<Account> accounts) throws SQLException {
        String hash = knownHash().orElseGet(() -> PasswordHash.of(password));
        try (PreparedStatement user = owner.prepareStatement("""
                        INSERT INTO registry.app_user(id, username, display_name, organisation_id, password_hash,
                               demonstration)
                        SELECT COALESCE((SELECT id FROM registry.app_user WHERE username = ?),
                                        nextval('registry.app_user_seq')), ?, ?, id, ?, true
                          FROM registry.organisation WHERE code = ?
                        ON CONFLICT (username) DO UPDATE SET password_hash = excluded.password_hash
                         WHERE app_user.demonstration AND app_user.password_hash <> excluded.password_hash
                        """);
                PreparedStatement role = owner.prepareStatement("""
                        INSERT INTO registry.user_role(user_id, role)
                        SELECT id, ? FROM registry.app_user WHERE username = ?
                        ON CONFLICT DO NOTHING
                        """)) {
            for (Account account : accounts) {
                user.setString(1, account.username());
                user.setString(2, account.username());
                user.setString(3, account.displayName());
                user.setString(4, hash);
                user.setString(5, account.department());
                user.addBatch();
            }
            user.executeBatch();
            for (Account account : accounts) {
                for (Role each : account.roles()) {
                    role.setString(1, each.name());
                    role.setString(2, account.username());
                    role.addBatch();
                }
            }
            role.executeBatch();
        }
    }

    // One shared hash: 120,000 rounds for each of two hundred accounts would be a minute of every first start.
    private Optional<String> knownHash() throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT password_hash FROM registry.app_user WHERE demonstration ORDER BY id LIMIT 1")) {
            return row.next() && PasswordHash.fits(row.getString(1), password)
                    ? Optional.of(row.getString(1))
                    : Optional.empty();
        }
    }
}
