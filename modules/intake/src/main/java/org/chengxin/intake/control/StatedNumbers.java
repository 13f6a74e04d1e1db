package org.chengxin.intake.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.chengxin.catalogue.definition.FieldDefinition;
import org.chengxin.catalogue.definition.FieldMeaning;
import org.chengxin.catalogue.definition.FieldType;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.intake.control.UnmatchedReading.Reference;
import org.chengxin.kernel.code.CitizenId;

/**
 * The citizens' numbers that waiting rows state of whom they are about, beside the code they are found by: 证件号码 of an
 * item that takes organisations and persons. Numbers of others in the row, who stand for the subject or answer for it,
 * are none of the subject's.
 */
public final class StatedNumbers {

    private static final Set<FieldMeaning> OF_OTHERS =
            EnumSet.of(FieldMeaning.RESPONSIBLE_PERSON_ID, FieldMeaning.LEGAL_REPRESENTATIVE_ID);

    private static final String OF_GROUP =
            " AND " + UnmatchedReading.NAME + " = ? AND " + UnmatchedReading.CODE + " = ?";

    private final Connection connection;
    private final Function<Long, ItemDefinition> definitions;

    /**
     * @param connection with the schema {@code registry} on its search path
     * @param definitions of versions of items, by key
     */
    public StatedNumbers(Connection connection, Function<Long, ItemDefinition> definitions) {
        this.connection = connection;
        this.definitions = definitions;
    }

    /** The valid numbers in the waiting rows of a group, each once, of 18 characters; in two statements. */
    public Set<String> of(Reference group) throws SQLException {
        List<Long> versions = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        for (Long version : versions(group)) {
            for (FieldDefinition field : definitions.apply(version).fields()) {
                if (field.type() == FieldType.CITIZEN_ID && !OF_OTHERS.contains(field.meaning())) {
                    versions.add(version);
                    fields.add(field.name());
                }
            }
        }
        Set<String> numbers = new TreeSet<>();
        if (fields.isEmpty()) {
            return numbers;
        }
        try (PreparedStatement select = connection.prepareStatement("SELECT DISTINCT t.content ->> f.name"
                + UnmatchedReading.WAITING.replace(
                        " WHERE",
                        " JOIN unnest(?::bigint[], ?::text[]) AS f(version, name) ON f.version = s.item_version_id WHERE")
                + OF_GROUP + " AND t.content ->> f.name IS NOT NULL")) {
            select.setArray(1, connection.createArrayOf("int8", versions.toArray()));
            select.setArray(2, connection.createArrayOf("text", fields.toArray()));
            select.setString(3, group.name());
            select.setString(4, group.code());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String stated = row.getString(1);
                    CitizenId.parse(stated)
                            .or(() -> CitizenId.parseOlder(stated))
                            .ifPresent(number -> numbers.add(number.value()));
                }
            }
        }
        return numbers;
    }

    private List<Long> versions(Reference group) throws SQLException {
        List<Long> versions = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT DISTINCT s.item_version_id" + UnmatchedReading.WAITING + OF_GROUP)) {
            select.setString(1, group.name());
            select.setString(2, group.code());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    versions.add(row.getLong(1));
                }
            }
        }
        return versions;
    }
}
