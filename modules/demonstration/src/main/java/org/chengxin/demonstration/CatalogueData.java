package org.chengxin.demonstration;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;

/** Writes items with their versions, suppliers and standing declarations, and the code tables. */
final class CatalogueData {

    // in force before the oldest record of the demonstration
    private static final LocalDate EFFECTIVE_FROM = LocalDate.of(2004, 1, 1);

    private final Connection owner;

    CatalogueData(Connection owner) {
        this.owner = owner;
    }

    void write() throws SQLException {
        writeCodeTables();
        for (JsonObject item : CatalogueResources.items()) {
            writeItem(item);
            for (JsonString supplier : item.getJsonArray("suppliers").getValuesAs(JsonString.class)) {
                writeSupplier(item.getString("code"), supplier.getString());
            }
        }
        declare("REG-BASIC", "market", "PUBLIC");
        publishesBy("market", "MARKET_SUPERVISION");
        publishesBy("bank", "FINANCIAL_SUPERVISION");
    }

    private void writeCodeTables() throws SQLException {
        try (PreparedStatement table = owner.prepareStatement("""
                INSERT INTO registry.code_table(name, title, definition) VALUES (?, ?, ?::jsonb)
                ON CONFLICT (name) DO UPDATE SET title = excluded.title, definition = excluded.definition
                """)) {
            for (JsonObject definition : CatalogueResources.codeTables()) {
                table.setString(1, definition.getString("code"));
                table.setString(2, definition.getString("name", definition.getString("code")));
                table.setString(3, definition.toString());
                table.addBatch();
            }
            table.executeBatch();
        }
    }

    // A version that records were checked with is never changed; another definition comes as another version.
    private void writeItem(JsonObject definition) throws SQLException {
        String code = definition.getString("code");
        try (PreparedStatement item = owner.prepareStatement("""
                        INSERT INTO registry.catalogue_item(id, code, name, name_en)
                        VALUES (COALESCE((SELECT id FROM registry.catalogue_item WHERE code = ?),
                                         nextval('registry.catalogue_seq')), ?, ?, ?)
                        ON CONFLICT (code) DO UPDATE SET name = excluded.name, name_en = excluded.name_en
                        """);
                PreparedStatement version = owner.prepareStatement("""
                        INSERT INTO registry.catalogue_item_version(id, item_id, version, definition, effective_from)
                        SELECT nextval('registry.catalogue_seq'), i.id, ?, ?::jsonb, ?
                          FROM registry.catalogue_item i
                         WHERE i.code = ?
                           AND NOT EXISTS (SELECT 1 FROM registry.catalogue_item_version v
                                            WHERE v.item_id = i.id AND v.version = ?)
                        """)) {
            item.setString(1, code);
            item.setString(2, code);
            item.setString(3, definition.getString("name"));
            item.setString(4, definition.getString("nameEn", definition.getString("name")));
            item.executeUpdate();
            int number = definition.getInt("version", 1);
            version.setInt(1, number);
            version.setString(2, definition.toString());
            version.setObject(3, EFFECTIVE_FROM);
            version.setString(4, code);
            version.setInt(5, number);
            version.executeUpdate();
        }
    }

    private void writeSupplier(String item, String supplier) throws SQLException {
        try (PreparedStatement insert = owner.prepareStatement("""
                INSERT INTO registry.catalogue_supplier(item_id, organisation_id)
                SELECT i.id, o.id FROM registry.catalogue_item i, registry.organisation o
                 WHERE i.code = ? AND o.code = ?
                ON CONFLICT DO NOTHING
                """)) {
            insert.setString(1, item);
            insert.setString(2, supplier);
            insert.executeUpdate();
        }
    }

    /** A standing declaration of scope for the newest version, unless the supplier made one itself (G01). */
    private void declare(String item, String supplier, String scope) throws SQLException {
        try (PreparedStatement update = owner.prepareStatement("""
                UPDATE registry.catalogue_supplier s SET standing_scope = ?, declared_by = ?, declared_on = ?,
                       declared_version = (SELECT max(v.version) FROM registry.catalogue_item_version v
                                            WHERE v.item_id = i.id)
                  FROM registry.catalogue_item i, registry.organisation o
                 WHERE s.item_id = i.id AND s.organisation_id = o.id AND i.code = ? AND o.code = ?
                   AND (s.declared_on IS NULL OR s.declared_on = ?)
                """)) {
            update.setString(1, scope);
            update.setString(2, "supervisor." + supplier);
            update.setObject(3, EFFECTIVE_FROM);
            update.setString(4, item);
            update.setString(5, supplier);
            update.setObject(6, EFFECTIVE_FROM);
            update.executeUpdate();
        }
    }

    /** Rules of publication of a sector's own, unless an administrator has chosen some. */
    private void publishesBy(String organisation, String regime) throws SQLException {
        try (PreparedStatement update = owner.prepareStatement(
                "UPDATE registry.organisation SET regime = ? WHERE code = ? AND revision = 0 AND regime IS NULL")) {
            update.setString(1, regime);
            update.setString(2, organisation);
            update.executeUpdate();
        }
    }
}
