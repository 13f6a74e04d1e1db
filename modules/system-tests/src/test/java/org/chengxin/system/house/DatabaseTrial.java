package org.chengxin.system.house;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.chengxin.system.TestBed;

/** What a test tries as the application on a database that others go on using: one transaction, of which nothing stays. */
final class DatabaseTrial implements AutoCloseable {

    private final Connection app;

    DatabaseTrial(TestBed bed) throws SQLException {
        app = bed.connect("chengxin_app");
        run("SET search_path = registry, engine");
        app.setAutoCommit(false);
    }

    Connection connection() {
        return app;
    }

    /** The key of an organisation by its code. */
    long organisation(String code) throws SQLException {
        return number("SELECT id FROM organisation WHERE code = '" + code + "'");
    }

    /** The number that a query gives first. */
    long number(String query) throws SQLException {
        try (Statement sql = app.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The text that a query gives first. */
    String text(String query) throws SQLException {
        try (Statement sql = app.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Statements, separated by semicolons. */
    void run(String statements) throws SQLException {
        try (Statement sql = app.createStatement()) {
            sql.execute(statements);
        }
    }

    @Override
    public void close() throws SQLException {
        app.rollback();
        app.close();
    }
}
