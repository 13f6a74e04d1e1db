package org.chengxin.system.fault;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.chengxin.system.TestBed;

/** The database as its owner sees it, and changes it where a test needs a fault or another day. */
record OwnersView(TestBed bed) {

    long number(String query) throws SQLException {
        try (Connection owner = bed.connect("chengxin_owner");
                Statement sql = owner.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Numbers by what the pattern makes of their key. */
    Map<String, Long> numbers(String pattern, String query) throws SQLException {
        Map<String, Long> numbers = new TreeMap<>();
        try (Connection owner = bed.connect("chengxin_owner");
                Statement sql = owner.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            while (row.next()) {
                numbers.put(String.format(pattern, row.getString(1)), row.getLong(2));
            }
        }
        return numbers;
    }

    void run(String statement) throws SQLException {
        try (Connection owner = bed.connect("chengxin_owner");
                Statement sql = owner.createStatement()) {
            sql.execute(statement);
        }
    }
}
