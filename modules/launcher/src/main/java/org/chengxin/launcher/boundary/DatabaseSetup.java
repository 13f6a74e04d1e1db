package org.chengxin.launcher.boundary;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.chengxin.launcher.entity.LaunchFailure;
import org.chengxin.launcher.entity.Secrets;
import org.chengxin.launcher.entity.Texts;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings a database to what this version of the application expects: the two roles that work with it, and the
 * schemas {@code registry}, {@code publication} and {@code engine} by the migrations on the class path. Doing it again
 * changes nothing. Rights of the roles are granted by the migrations, which know what they make.
 */
public final class DatabaseSetup {

    /** The role of the application: domain and engine. */
    public static final String APPLICATION = "chengxin_app";
    /** The role of the portal: reads the schema {@code publication} and nothing else. */
    public static final String PORTAL = "chengxin_portal";

    /** How the comment of a role begins that says in which database its installation is. */
    private static final String MARK = "chengxin in database ";

    private static final String DUPLICATE_OBJECT = "42710";
    private static final String UNIQUE_VIOLATION = "23505";
    private static final int MONTHS_AHEAD = 12;
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    // It reports every step and every "already exists"; what fails comes as an exception. Kept in a field, since a
    // logger that nobody holds forgets its level.
    private static final Logger FLYWAY_LOG = Logger.getLogger("org.flywaydb");

    private final String jdbcUrl;
    private final String ownerUser;
    private final String ownerPassword;
    private final Secrets secrets;

    /**
     * @param jdbcUrl the database, without user and password
     * @param ownerUser the role that owns the schemas; needs CREATE on the database and CREATEROLE
     * @param ownerPassword its password
     * @param secrets where the passwords of the two roles are kept
     */
    public DatabaseSetup(String jdbcUrl, String ownerUser, String ownerPassword, Secrets secrets) {
        this.jdbcUrl = jdbcUrl;
        this.ownerUser = ownerUser;
        this.ownerPassword = ownerPassword;
        this.secrets = secrets;
        FLYWAY_LOG.setLevel(Level.SEVERE);
    }

    /**
     * Roles, then migrations, then the partitions of the months to come.
     *
     * @return number of migrations that were applied now, 0 when the schema was up to date
     * @throws LaunchFailure when the database cannot be reached, the owner may not create roles, the roles are those of
     *     another installation on this PostgreSQL server, no migrations are on the class path, or one fails
     */
    public int run() {
        createRoles();
        int applied = migrate();
        makePartitions();
        return applied;
    }

    /** The months to come get their partitions at each start; what falls between goes into the default partition. */
    private void makePartitions() {
        try (Connection connection = ownerConnection();
                PreparedStatement call = connection.prepareStatement("SELECT registry.ensure_partitions(?)")) {
            call.setInt(1, MONTHS_AHEAD);
            call.execute();
        } catch (SQLException e) {
            throw new LaunchFailure(Texts.text("database.failed", jdbcUrl, e.getMessage()), e);
        }
    }

    /** @return password of {@link #APPLICATION}. */
    public String applicationPassword() {
        return secrets.get(Secrets.APPLICATION);
    }

    /** @return password of {@link #PORTAL}. */
    public String portalPassword() {
        return secrets.get(Secrets.PORTAL);
    }

    /** @return a connection as owner. */
    public Connection ownerConnection() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, ownerUser, ownerPassword);
    }

    private void createRoles() {
        try (Connection connection = ownerConnection()) {
            refuseRolesOfAnotherInstallation(connection);
            ensureRole(connection, APPLICATION, applicationPassword());
            ensureRole(connection, PORTAL, portalPassword());
        } catch (SQLException e) {
            throw INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())
                    ? new LaunchFailure(
                            Texts.text("database.createrole", ownerUser, jdbcUrl, APPLICATION, PORTAL, e.getMessage()),
                            e)
                    : new LaunchFailure(Texts.text("database.failed", jdbcUrl, e.getMessage()), e);
        }
    }

    private static void ensureRole(Connection connection, String role, String password) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!exists(connection, role)) {
                createRole(statement, role);
            }
            // at every start, so that the secrets file always tells the truth; letters and digits only
            statement.execute("ALTER ROLE " + role + " LOGIN PASSWORD '" + password + "'");
            statement.execute("COMMENT ON ROLE " + role + " IS '" + MARK
                    + connection.getCatalog().replace("'", "''") + "'");
        }
    }

    /**
     * Roles belong to the whole PostgreSQL server: to set their passwords would lock the other installation out. Whose
     * they are is said by their comment; a database that is gone has no claim any more.
     */
    private static void refuseRolesOfAnotherInstallation(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT d.datname FROM pg_roles r JOIN pg_shdescription s"
                        + " ON s.objoid = r.oid AND s.classoid = 'pg_authid'::regclass"
                        + " JOIN pg_database d ON s.description = ? || d.datname"
                        + " WHERE r.rolname IN (?, ?) AND d.datname <> current_database() LIMIT 1")) {
            statement.setString(1, MARK);
            statement.setString(2, APPLICATION);
            statement.setString(3, PORTAL);
            try (ResultSet row = statement.executeQuery()) {
                if (row.next()) {
                    throw new LaunchFailure(
                            Texts.text("database.otherinstallation", APPLICATION, PORTAL, row.getString(1)));
                }
            }
        }
    }

    private static void createRole(Statement statement, String role) throws SQLException {
        try {
            statement.execute("CREATE ROLE " + role + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE");
        } catch (SQLException e) {
            // roles belong to the whole server: another database's setup may have made it a moment ago
            if (!DUPLICATE_OBJECT.equals(e.getSQLState()) && !UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw e;
            }
        }
    }

    private static boolean exists(Connection connection, String role) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT 1 FROM pg_roles WHERE rolname = ?")) {
            statement.setString(1, role);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    private int migrate() {
        try {
            Flyway flyway = Flyway.configure(DatabaseSetup.class.getClassLoader())
                    .dataSource(jdbcUrl, ownerUser, ownerPassword)
                    .defaultSchema("registry")
                    .schemas("registry", "publication", "engine")
                    .locations("classpath:db/migration")
                    .failOnMissingLocations(true)
                    // migrations of parts that were written side by side arrive in any order
                    .outOfOrder(true)
                    .placeholders(Map.of("app_role", APPLICATION, "portal_role", PORTAL))
                    .load();
            if (flyway.info().all().length == 0) {
                throw new LaunchFailure(Texts.text("database.nomigrations"));
            }
            return flyway.migrate().migrationsExecuted;
        } catch (FlywayException e) {
            throw new LaunchFailure(Texts.text("database.migration", jdbcUrl, e.getMessage()), e);
        }
    }
}
