package org.chengxin.record.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.chengxin.kernel.text.Masking;
import org.chengxin.record.boundary.SourceClaim;
import org.chengxin.record.entity.CreditRecord;

/** Reads where sources differ about the subject of a record. */
public final class SourceReading {

    /** No subject has as many sources. */
    private static final int MOST = 100;

    // what an official of another organisation may know of is what ReadingRights says: published, or shared by
    // government
    private static final String DIFFERING = "SELECT c.attribute, c.value, c.supplier, c.item, c.item_en, c.stated_on,"
            + " c.record_no FROM (SELECT f.attribute, f.value, o.name AS supplier, i.name AS item, i.name_en AS item_en,"
            + " f.stated_on, f.record_no, min(f.value_key) OVER a AS least, max(f.value_key) OVER a AS most"
            + " FROM subject_fact f JOIN subject s ON s.id = f.subject_id JOIN credit_record r ON r.record_no = f.record_no"
            + " JOIN organisation o ON o.id = f.organisation_id JOIN catalogue_item i ON i.id = r.item_id"
            + " WHERE f.subject_id = ? AND s.kind <> 'PERSON' AND (r.organisation_id = ?"
            + " OR r.state = 'PUBLISHED' OR r.state = 'HELD' AND r.scope = 'GOVERNMENT')"
            + " WINDOW a AS (PARTITION BY f.attribute)) c WHERE c.least <> c.most"
            + " ORDER BY c.attribute, c.stated_on DESC NULLS LAST, c.record_no LIMIT ?";

    private final Connection connection;

    /**
     * @param connection on which {@code registry} is the current schema
     */
    public SourceReading(Connection connection) {
        this.connection = connection;
    }

    /** What is said differently about the record's subject in records that this organisation may read. */
    public List<SourceClaim> differing(CreditRecord record, Long organisation) throws SQLException {
        List<SourceClaim> claims = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(DIFFERING)) {
            statement.setLong(1, record.subjectId());
            statement.setLong(2, organisation == null ? -1L : organisation);
            statement.setInt(3, MOST);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    claims.add(new SourceClaim(
                            row.getString(1),
                            masked(row.getString(1), row.getString(2)),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getObject(6, LocalDate.class),
                            row.getString(7),
                            record.recordNo().equals(row.getString(7))));
                }
            }
        }
        return claims;
    }

    /** As everywhere where nobody has asked for personal values: of a person the family name. */
    private static String masked(String attribute, String value) {
        return attribute.equals("LEGAL_REPRESENTATIVE") ? Masking.personName(value) : Masking.maskNumbersIn(value);
    }
}
