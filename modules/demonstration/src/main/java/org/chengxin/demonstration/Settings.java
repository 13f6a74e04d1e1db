package org.chengxin.demonstration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** What the demonstration remembers of itself in {@code registry.setting}; one connection, used by one thread at a time. */
final class Settings {

    private final Connection owner;

    Settings(Connection owner) {
        this.owner = owner;
    }

    synchronized Optional<String> find(String key) throws SQLException {
        try (PreparedStatement query = owner.prepareStatement("SELECT value FROM registry.setting WHERE key = ?")) {
            query.setString(1, key);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    /** Keeps a value unless the key has one already. */
    synchronized String keepFirst(String key, String value) throws SQLException {
        try (PreparedStatement insert = owner.prepareStatement(
                "INSERT INTO registry.setting(key, value) VALUES (?, ?) ON CONFLICT DO NOTHING")) {
            insert.setString(1, key);
            insert.setString(2, value);
            insert.executeUpdate();
        }
        return find(key).orElseThrow();
    }
}
